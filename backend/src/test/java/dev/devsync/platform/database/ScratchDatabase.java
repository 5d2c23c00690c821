package dev.devsync.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/** A database of its own for one test, on a PostgreSQL server shared by all of them. */
final class ScratchDatabase implements AutoCloseable {

  private static final EmbeddedPostgres SERVER = start();
  private static final AtomicInteger CREATED = new AtomicInteger();

  private final String name;
  private final Connection connection;

  private ScratchDatabase(String template) throws SQLException {
    name = "scratch_" + CREATED.incrementAndGet();
    try (var administration = SERVER.getPostgresDatabase().getConnection();
        var statement = administration.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    }
    connection = dataSource().getConnection();
  }

  static ScratchDatabase empty() throws SQLException {
    return new ScratchDatabase("template1");
  }

  static ScratchDatabase migrated() throws SQLException {
    return new ScratchDatabase(MigratedTemplate.NAME);
  }

  /** Filled by the earlier server and not migrated yet. */
  static ScratchDatabase earlier() throws SQLException {
    var database = empty();
    database.run(resource("earlier-schema.sql"));
    database.run(resource("earlier-rows.sql"));
    return database;
  }

  DataSource dataSource() {
    return SERVER.getDatabase("postgres", name);
  }

  String jdbcUrl() {
    return SERVER.getJdbcUrl("postgres", name);
  }

  void migrate() throws SQLException, LiquibaseException {
    run("CREATE SCHEMA IF NOT EXISTS ops");
    withLiquibase(liquibase -> liquibase.update(new Contexts()));
  }

  void rollBackEverything() throws SQLException, LiquibaseException {
    withLiquibase(
        liquibase -> liquibase.rollback(liquibase.getDatabase().getRanChangeSetList().size(), ""));
  }

  void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of every row, as text; a null stays null. */
  List<String> column(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  String value(String sql) throws SQLException {
    var values = column(sql);
    if (values.size() != 1) {
      throw new AssertionError("expected one row, got " + values);
    }
    return values.getFirst();
  }

  String plan(String query) throws SQLException {
    return String.join("\n", column("EXPLAIN " + query));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void withLiquibase(LiquibaseStep step) throws SQLException, LiquibaseException {
    try (var own = dataSource().getConnection()) {
      var database =
          DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(own));
      database.setDefaultSchemaName("public");
      database.setLiquibaseSchemaName("ops");
      try (var liquibase =
          new Liquibase(
              "db/changelog/db.changelog-master.yaml",
              new ClassLoaderResourceAccessor(),
              database)) {
        step.run(liquibase);
      }
    }
  }

  private static String resource(String file) {
    try (var content = ScratchDatabase.class.getResourceAsStream(file)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .setLocaleConfig("locale", "C.UTF-8")
          .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Migrated once, then cloned, which takes a fraction of the time. */
  private static final class MigratedTemplate {

    static final String NAME = create();

    private static String create() {
      try (var template = empty()) {
        template.migrate();
        return template.name;
      } catch (SQLException | LiquibaseException failure) {
        throw new IllegalStateException("the changesets fail on an empty database", failure);
      }
    }
  }

  private interface LiquibaseStep {

    void run(Liquibase liquibase) throws LiquibaseException;
  }
}

package dev.devsync.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL server of a test run: embedded, or with {@code -Dtest.db=testcontainers} in a
 * container.
 */
public final class TestPostgres {

  private static final String BASE = start();

  private TestPostgres() {}

  /** {@code postgresql://...} of the server's first database, as {@code DATABASE_URL} has it. */
  public static String url() {
    return BASE;
  }

  /** The JDBC URL of a database of the server, credentials included. */
  public static String jdbcUrl(String database) {
    String server = BASE.substring(BASE.indexOf('@') + 1, BASE.lastIndexOf('/'));
    return "jdbc:postgresql://" + server + "/" + database + "?user=postgres&password=postgres";
  }

  private static String start() {
    return "testcontainers".equals(System.getProperty("test.db")) ? container() : embedded();
  }

  @SuppressWarnings("resource")
  private static String container() {
    PostgreSQLContainer container =
        new PostgreSQLContainer("postgres:18").withUsername("postgres").withPassword("postgres");
    container.start();
    return "postgresql://postgres:postgres@%s:%d/%s"
        .formatted(
            container.getHost(), container.getFirstMappedPort(), container.getDatabaseName());
  }

  @SuppressWarnings("resource")
  private static String embedded() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("locale", "C.UTF-8")
              .start();
      return "postgresql://postgres:postgres@localhost:" + server.getPort() + "/postgres";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

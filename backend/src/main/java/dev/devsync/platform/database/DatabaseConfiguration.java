package dev.devsync.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.devsync.platform.configuration.StartRefused;
import dev.devsync.platform.configuration.WebSettings;
import java.nio.file.Path;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: the one {@code DATABASE_URL} names, or an embedded PostgreSQL for development. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  @ConditionalOnProperty(
      name = "devsync.database.url",
      matchIfMissing = true,
      havingValue = "embedded")
  EmbeddedDatabase embeddedDatabase(@Value("${devsync.home}") Path home, WebSettings web) {
    if (web.isProduction()) {
      throw new StartRefused(
          "DATABASE_URL is not set, and the embedded database is for development only.",
          "Set DATABASE_URL to postgresql://user:password@host:5432/database.");
    }
    return new EmbeddedDatabase(home.resolve("postgres"));
  }

  @Bean
  @ConditionalOnProperty(
      name = "devsync.database.url",
      matchIfMissing = true,
      havingValue = "embedded")
  HikariDataSource embeddedDataSource(EmbeddedDatabase embedded, ConnectionPool pool) {
    return pool.open(new DatabaseUrl(embedded.jdbcUrl(), "postgres", null));
  }

  @Bean
  @org.springframework.context.annotation.Conditional(ExternalDatabase.class)
  HikariDataSource dataSource(@Value("${devsync.database.url}") String url, ConnectionPool pool) {
    return pool.open(DatabaseUrl.parse(url));
  }

  /** Commands beside a running server leave migrations to it. */
  @Bean
  @ConditionalOnWebApplication
  SpringLiquibase liquibase(DirectConnections connections) {
    return new Migrations(new MigrationConnections(connections));
  }
}

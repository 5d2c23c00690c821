package dev.devsync.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connections to the database, and its migration. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  HikariDataSource dataSource(DatabaseServer server, ConnectionPool pool) {
    return pool.open(server.url());
  }

  /** Commands beside a running server leave migrations to it. */
  @Bean
  @ConditionalOnWebApplication
  SpringLiquibase liquibase(DirectConnections connections) {
    return new Migrations(connections);
  }
}

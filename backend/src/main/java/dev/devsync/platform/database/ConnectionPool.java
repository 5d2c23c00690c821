package dev.devsync.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How connections are pooled. The time limits add up to less than the five seconds within which a
 * request must be told that the database is away.
 *
 * @param size connections at most
 * @param connectMillis longest wait for a connection
 * @param socketSeconds longest silence of the database within a statement
 */
@ConfigurationProperties("devsync.database.pool")
record ConnectionPool(
    @DefaultValue("10") int size,
    @DefaultValue("2500") long connectMillis,
    @DefaultValue("4") int socketSeconds) {

  HikariDataSource open(DatabaseUrl database) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("devsync");
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(size, 2));
    config.setConnectionTimeout(connectMillis);
    config.setValidationTimeout(1_000);
    // Migrations wait for the database; a server that cannot reach it at start says so and ends.
    config.setInitializationFailTimeout(10_000);
    config.addDataSourceProperty("ApplicationName", "devsync");
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("socketTimeout", Integer.toString(socketSeconds));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("stringtype", "unspecified");
    return new HikariDataSource(config);
  }
}

package dev.devsync.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.stereotype.Component;

/** Opens connections outside of the pool, for those who keep one for good, such as listeners. */
@Component
public class DirectConnections {

  private final DataSource pool;

  DirectConnections(DataSource pool) {
    this.pool = pool;
  }

  /** A new connection without a time limit on silence; the caller closes it. */
  public Connection open() throws SQLException {
    HikariDataSource settings = pool.unwrap(HikariDataSource.class);
    PGSimpleDataSource direct = new PGSimpleDataSource();
    direct.setUrl(settings.getJdbcUrl());
    direct.setUser(settings.getUsername());
    direct.setPassword(settings.getPassword());
    direct.setApplicationName("devsync-listener");
    direct.setTcpKeepAlive(true);
    direct.setConnectTimeout(2);
    return direct.getConnection();
  }
}

package dev.devsync.platform.ratelimit;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.devsync.platform.errors.ApiException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns requests away at once while too many others wait for the database, so that those which are
 * let in are answered in time. Clients that read slowly do not count: they hold no connection.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class OverloadFilter extends OncePerRequestFilter {

  private static final ApiException BUSY =
      ApiException.unavailable(
          "The service is busy. Please try again in a moment.", Duration.ofSeconds(1));

  private final HikariDataSource pool;
  private final int mostWaiting;
  private final Refusals refusals;

  OverloadFilter(
      DataSource database,
      @Value("${devsync.database.most-waiting:200}") int mostWaiting,
      Refusals refusals)
      throws SQLException {
    this.pool = database.unwrap(HikariDataSource.class);
    this.mostWaiting = mostWaiting;
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/v1/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HikariPoolMXBean connections = pool.getHikariPoolMXBean();
    if (connections != null && connections.getThreadsAwaitingConnection() >= mostWaiting) {
      refusals.write(BUSY, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}

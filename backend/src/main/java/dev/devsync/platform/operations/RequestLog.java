package dev.devsync.platform.operations;

import dev.devsync.platform.access.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id that stands in each line it logs and in its answer, and logs the
 * request itself: failures always, everything else at level DEBUG. Queries are left out, because
 * GitHub puts codes into them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
public class RequestLog extends OncePerRequestFilter {

  static final String HEADER = "X-Request-Id";

  private static final Logger log = LoggerFactory.getLogger("dev.devsync.requests");
  private static final String REQUEST = "request_id";
  private static final String USER = "user_id";
  // Chosen by whoever calls, so nothing that could pass for another log line.
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9_.-]{8,64}");

  /** Puts the caller's id into every further line of this request. */
  public static void names(Caller caller) {
    MDC.put(USER, Integer.toString(caller.id()));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/socket.io");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = idOf(request.getHeader(HEADER));
    long start = System.nanoTime();
    MDC.put(REQUEST, id);
    response.setHeader(HEADER, id);
    try {
      chain.doFilter(request, response);
    } finally {
      write(request, response.getStatus(), (System.nanoTime() - start) / 1_000_000);
      MDC.remove(USER);
      MDC.remove(REQUEST);
    }
  }

  private static String idOf(@Nullable String offered) {
    return offered != null && ACCEPTED.matcher(offered).matches()
        ? offered
        : UUID.randomUUID().toString();
  }

  private static void write(HttpServletRequest request, int status, long millis) {
    log.atLevel(status >= 500 ? Level.WARN : Level.DEBUG)
        .addKeyValue("method", request.getMethod())
        .addKeyValue("path", request.getRequestURI())
        .addKeyValue("status", status)
        .addKeyValue("millis", millis)
        .log("answered");
  }
}

package dev.devsync.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sets the CORS headers before anything can fail, so that browsers show errors to the client, and
 * answers every OPTIONS request. Spring's own filter refuses unknown origins with 403, which the
 * contract does not allow.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CorsFilter extends OncePerRequestFilter {

  private final AllowedOrigins allowed;

  CorsFilter(AllowedOrigins allowed) {
    this.allowed = allowed;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/socket.io");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    boolean preflight = request.getMethod().equals("OPTIONS");
    if (origin != null && allowed.contains(origin)) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
      response.setHeader(
          HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Content-Type, Authorization, Retry-After");
      if (preflight) {
        allowPreflight(response);
      }
    }
    if (preflight) {
      response.setStatus(HttpServletResponse.SC_OK);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void allowPreflight(HttpServletResponse response) {
    response.setHeader(
        HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, DELETE, OPTIONS, PATCH");
    response.setHeader(
        HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
        "Content-Type, Authorization, X-Requested-With, X-CSRF-TOKEN, Accept");
    response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
  }
}

package dev.devsync.platform.ratelimit;

import dev.devsync.platform.errors.ApiException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The limit on everything a client does, before routing and authentication (conventions, section
 * 10).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class GlobalLimitFilter extends OncePerRequestFilter {

  private final RateLimiter limiter;
  private final ClientKey client;
  private final JsonMapper json;

  GlobalLimitFilter(RateLimitSettings settings, ClientKey client, JsonMapper json) {
    this.limiter =
        new RateLimiter(
            settings.requests(),
            settings.window(),
            "Global rate limit exceeded. Please try again later.");
    this.client = client;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals("/")
        || path.equals("/health")
        || path.startsWith("/socket.io/")
        || path.startsWith("/api/docs")
        || path.equals("/api/v1/github/webhook");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      limiter.admit(client.of(request));
    } catch (ApiException refusal) {
      refuse(response, refusal);
      return;
    }
    chain.doFilter(request, response);
  }

  private void refuse(HttpServletResponse response, ApiException refusal) throws IOException {
    response.setStatus(refusal.status().value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    if (refusal.retryAfter() != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfter().toSeconds()));
    }
    json.writeValue(response.getOutputStream(), refusal.body());
  }
}

package dev.devsync.platform.ratelimit;

import dev.devsync.platform.errors.ApiException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The limit on everything a client does, before routing and authentication (conventions, section
 * 10).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class GlobalLimitFilter extends OncePerRequestFilter {

  private final RateLimiter limiter;
  private final ClientKey client;
  private final Refusals refusals;

  GlobalLimitFilter(RateLimitSettings settings, ClientKey client, Refusals refusals) {
    this.limiter =
        new RateLimiter(
            settings.requests(),
            settings.window(),
            "Global rate limit exceeded. Please try again later.");
    this.client = client;
    this.refusals = refusals;
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
      refusals.write(refusal, response);
      return;
    }
    chain.doFilter(request, response);
  }
}

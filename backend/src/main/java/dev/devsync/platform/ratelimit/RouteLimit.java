package dev.devsync.platform.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link RateLimited}, one count per client and handler. */
@Component
public class RouteLimit implements HandlerInterceptor {

  private final Map<Method, RateLimiter> limiters = new ConcurrentHashMap<>();
  private final ClientKey client;

  RouteLimit(ClientKey client) {
    this.client = client;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      RateLimited limit = method.getMethodAnnotation(RateLimited.class);
      if (limit != null) {
        limiterOf(method.getMethod(), limit).admit(client.of(request));
      }
    }
    return true;
  }

  private RateLimiter limiterOf(Method method, RateLimited limit) {
    return limiters.computeIfAbsent(
        method,
        ignored ->
            new RateLimiter(
                limit.perMinute(),
                Duration.ofMinutes(1),
                "Rate limit exceeded. Please try again later."));
  }
}

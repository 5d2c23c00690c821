package dev.devsync.platform.security;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.OpenTo;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.operations.RequestLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets through whom the handler's annotation lets through; a handler without one lets nobody
 * through.
 */
@Component
public class AccessGate implements HandlerInterceptor {

  static final String CALLER = Caller.class.getName();

  private final Authenticator authenticator;

  AccessGate(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && !method.hasMethodAnnotation(OpenTo.class)) {
      Caller caller = authenticator.require(request);
      Requires rule = method.getMethodAnnotation(Requires.class);
      if (rule == null) {
        throw ApiException.forbidden("Insufficient permissions");
      }
      admit(caller, rule.value());
      request.setAttribute(CALLER, caller);
      RequestLog.names(caller);
    }
    return true;
  }

  private static void admit(Caller caller, Right right) {
    if (!right.isPossibleFor(caller.role())) {
      throw ApiException.forbidden(right.refusal());
    }
  }
}

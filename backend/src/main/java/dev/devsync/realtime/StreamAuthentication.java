package dev.devsync.realtime;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.security.CallerLookup;
import dev.devsync.platform.security.PresentedTokens;
import dev.devsync.platform.security.TokenClaims;
import dev.devsync.platform.security.TokenProblem;
import dev.devsync.platform.security.TokenType;
import dev.devsync.platform.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lets in programs that bring an access token in the header. Cookies do not count: a browser sends
 * them with the WebSocket of any page, and the origin alone would stand between that page and the
 * events.
 */
@Component
class StreamAuthentication {

  private final PresentedTokens tokens;
  private final CallerLookup callers;

  StreamAuthentication(PresentedTokens tokens, CallerLookup callers) {
    this.tokens = tokens;
    this.callers = callers;
  }

  Visitor require(HttpServletRequest request) {
    PresentedTokens.Presented token =
        tokens.of(request, TokenType.ACCESS).stream()
            .filter(presented -> !presented.fromCookie())
            .findFirst()
            .orElseThrow(TokenProblem.MISSING::refusal);
    TokenClaims claims = token.claims();
    if (claims == null) {
      throw refusal(token);
    }
    return switch (callers.find(claims, ClientAddress.origin(request))) {
      case CallerLookup.Result.Rejected(TokenProblem problem) -> throw problem.refusal();
      case CallerLookup.Result.Found(Caller caller) ->
          new Visitor(caller.id(), caller.name(), caller.role(), claims, null, Set.of());
    };
  }

  private static ApiException refusal(PresentedTokens.Presented token) {
    TokenProblem problem = token.problem();
    return (problem == null ? TokenProblem.INVALID : problem).refusal();
  }
}

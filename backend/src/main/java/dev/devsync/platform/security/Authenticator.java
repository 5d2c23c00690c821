package dev.devsync.platform.security;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.security.CallerLookup.Result;
import dev.devsync.platform.security.PresentedTokens.Presented;
import dev.devsync.platform.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides who a request's caller is: the first usable token counts, the first unusable one is
 * reported.
 */
@Component
public class Authenticator {

  private final PresentedTokens tokens;
  private final CallerLookup callers;
  private final OriginCheck originCheck;

  Authenticator(PresentedTokens tokens, CallerLookup callers, OriginCheck originCheck) {
    this.tokens = tokens;
    this.callers = callers;
    this.originCheck = originCheck;
  }

  /**
   * The caller, or the contract's 401; a cookie-only write from a foreign origin is refused with
   * 403.
   */
  public Caller require(HttpServletRequest request) {
    TokenProblem first = null;
    Origin origin = ClientAddress.origin(request);
    for (Presented token : tokens.of(request, TokenType.ACCESS)) {
      switch (examine(token, origin)) {
        case Result.Found(Caller caller) -> {
          if (token.fromCookie()) {
            originCheck.require(request);
          }
          return caller;
        }
        case Result.Rejected(TokenProblem problem) -> first = first(first, problem);
      }
    }
    throw (first == null ? TokenProblem.MISSING : first).refusal();
  }

  /**
   * The caller of a request that need not have one; what is unusable about its tokens does not
   * matter.
   */
  public Optional<Caller> find(HttpServletRequest request) {
    Origin origin = ClientAddress.origin(request);
    for (Presented token : tokens.of(request, TokenType.ACCESS)) {
      if (examine(token, origin) instanceof Result.Found(Caller caller)) {
        return Optional.of(caller);
      }
    }
    return Optional.empty();
  }

  private Result examine(Presented token, Origin origin) {
    TokenClaims claims = token.claims();
    if (claims != null) {
      return callers.find(claims, origin);
    }
    return new Result.Rejected(token.problem() == null ? TokenProblem.INVALID : token.problem());
  }

  private static TokenProblem first(@Nullable TokenProblem earlier, TokenProblem now) {
    return earlier == null ? now : earlier;
  }
}

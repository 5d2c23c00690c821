package dev.devsync.auth;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.security.Authenticator;
import dev.devsync.platform.security.CallerLookup;
import dev.devsync.platform.security.OriginCheck;
import dev.devsync.platform.security.PresentedTokens;
import dev.devsync.platform.security.PresentedTokens.Presented;
import dev.devsync.platform.security.TokenClaims;
import dev.devsync.platform.security.TokenProblem;
import dev.devsync.platform.security.TokenType;
import dev.devsync.platform.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds the session behind requests that may come without an access token: refresh and logout. */
@Component
class PresentedSession {

  private final PresentedTokens tokens;
  private final Authenticator authenticator;
  private final CallerLookup callers;
  private final OriginCheck originCheck;

  PresentedSession(
      PresentedTokens tokens,
      Authenticator authenticator,
      CallerLookup callers,
      OriginCheck originCheck) {
    this.tokens = tokens;
    this.authenticator = authenticator;
    this.callers = callers;
    this.originCheck = originCheck;
  }

  /** Tries the refresh tokens in order until one is renewed; otherwise the outcome of the first. */
  Refreshing.Outcome refresh(
      HttpServletRequest request, Function<TokenClaims, Refreshing.Outcome> attempt) {
    Refreshing.Outcome first = null;
    for (Presented token : tokens.of(request, TokenType.REFRESH)) {
      checkOrigin(request, token);
      Refreshing.Outcome outcome = outcome(token, attempt);
      if (outcome instanceof Refreshing.Outcome.Renewed) {
        return outcome;
      }
      first = first == null ? outcome : first;
    }
    return first == null ? new Refreshing.Outcome.Refused(TokenProblem.MISSING) : first;
  }

  private static Refreshing.Outcome outcome(
      Presented token, Function<TokenClaims, Refreshing.Outcome> attempt) {
    if (token.claims() != null) {
      return attempt.apply(token.claims());
    }
    return new Refreshing.Outcome.Refused(
        token.problem() == null ? TokenProblem.INVALID : token.problem());
  }

  /**
   * Whoever holds a good access token, or else a good refresh cookie; the 401 of the access token
   * otherwise.
   */
  Caller holder(HttpServletRequest request) {
    try {
      return authenticator.require(request);
    } catch (ApiException refusal) {
      if (refusal.status() != HttpStatus.UNAUTHORIZED) {
        throw refusal;
      }
      return refreshHolder(request, refusal);
    }
  }

  private Caller refreshHolder(HttpServletRequest request, ApiException refusal) {
    Origin origin = ClientAddress.origin(request);
    for (Presented token : tokens.of(request, TokenType.REFRESH)) {
      if (token.fromCookie()
          && token.claims() != null
          && callers.find(token.claims(), origin)
              instanceof CallerLookup.Result.Found(Caller caller)) {
        checkOrigin(request, token);
        return caller;
      }
    }
    throw refusal;
  }

  private void checkOrigin(HttpServletRequest request, Presented token) {
    if (token.fromCookie()) {
      originCheck.require(request);
    }
  }
}

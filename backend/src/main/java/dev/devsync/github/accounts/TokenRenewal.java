package dev.devsync.github.accounts;

import dev.devsync.github.client.GithubOauth;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.GithubTrouble.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Renews tokens that are about to expire. A refresh token is good once, so one request on one
 * server exchanges it, and all others wait for what it gets.
 */
@Component
class TokenRenewal {

  private static final Duration MARGIN = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final TokenRepository tokens;
  private final GithubAccounts accounts;
  private final GithubOauth oauth;
  private final Clock clock;

  TokenRenewal(TokenRepository tokens, GithubAccounts accounts, GithubOauth oauth, Clock clock) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.oauth = oauth;
    this.clock = clock;
  }

  /** A token that is good for a while; null if the account is gone, or ends here. */
  @Nullable StoredToken current(StoredToken token) {
    if (token.expiresAt() == null || token.expiresAt().isAfter(clock.instant().plus(MARGIN))) {
      return token;
    }
    while (!isTaken(token.userId())) {
      StoredToken now = tokens.find(token.userId()).orElse(null);
      if (now == null || !now.accessToken().equals(token.accessToken())) {
        return now;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    try {
      StoredToken now = tokens.find(token.userId()).orElse(null);
      return now == null || !now.accessToken().equals(token.accessToken()) ? now : renewed(now);
    } finally {
      tokens.endRenewal(token.userId());
    }
  }

  private boolean isTaken(int userId) {
    Instant now = clock.instant();
    return tokens.takeRenewal(userId, now, now.plus(LONGEST));
  }

  private @Nullable StoredToken renewed(StoredToken token) {
    String refresh =
        token.refreshToken() == null ? null : accounts.opened(token, token.refreshToken());
    try {
      if (refresh != null) {
        accounts.renew(token, oauth.refresh(refresh));
        return tokens.find(token.userId()).orElse(null);
      }
    } catch (GithubTrouble trouble) {
      if (!trouble.is(Kind.REFUSED)) {
        throw trouble;
      }
    }
    accounts.drop(token);
    return tokens.find(token.userId()).orElse(null);
  }
}

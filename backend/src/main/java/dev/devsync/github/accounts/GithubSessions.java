package dev.devsync.github.accounts;

import dev.devsync.github.GithubFailure;
import dev.devsync.github.client.GithubOauth;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.GithubTrouble.Kind;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.platform.crypto.Unreadable;
import dev.devsync.platform.errors.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Lets calls to GitHub be made as a user: finds the token, renews an expiring one, and drops a
 * refused one.
 */
@Service
public class GithubSessions {

  private static final Logger log = LoggerFactory.getLogger(GithubSessions.class);
  private static final Duration MARGIN = Duration.ofMinutes(1);
  private static final Duration WITHOUT_ADVICE = Duration.ofSeconds(60);

  private final TokenRepository tokens;
  private final GithubAccounts accounts;
  private final GithubOauth oauth;
  private final SecretBox box;
  private final Clock clock;
  // A refresh token is good once, so users must not renew theirs twice at the same time.
  private final ReentrantLock[] renewing =
      Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

  GithubSessions(
      TokenRepository tokens,
      GithubAccounts accounts,
      GithubOauth oauth,
      SecretBox box,
      Clock clock) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.oauth = oauth;
    this.box = box;
    this.clock = clock;
  }

  /** Whether the user has an account, without asking GitHub. */
  public boolean isConnected(int userId) {
    return tokens.find(userId).isPresent();
  }

  /** Makes calls with the caller's token; trouble becomes the contract's answers. */
  public <T> T as(Caller caller, Function<String, T> calls) {
    try {
      return with(caller.id(), calls).orElseThrow(GithubFailure::notConnected);
    } catch (GithubTrouble trouble) {
      throw answerTo(trouble);
    }
  }

  /** What the caller is told about trouble that the endpoint itself has no words for. */
  public static ApiException answerTo(GithubTrouble trouble) {
    return switch (trouble.kind()) {
      case UNAUTHORIZED -> GithubFailure.notConnected();
      case RATE_LIMITED ->
          GithubFailure.rateLimited(
              Objects.requireNonNullElse(trouble.retryAfter(), WITHOUT_ADVICE));
      default -> GithubFailure.failed();
    };
  }

  /** Makes calls with the user's token; empty if there is none. A refused token is dropped. */
  public <T> Optional<T> with(int userId, Function<String, T> calls) {
    StoredToken stored = tokens.find(userId).map(this::current).orElse(null);
    String token = stored == null ? null : opened(stored, stored.accessToken());
    if (stored == null || token == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(calls.apply(token));
    } catch (GithubTrouble trouble) {
      if (trouble.is(Kind.UNAUTHORIZED)) {
        accounts.drop(stored);
      }
      throw trouble;
    }
  }

  private @Nullable StoredToken current(StoredToken token) {
    if (token.expiresAt() == null || token.expiresAt().isAfter(clock.instant().plus(MARGIN))) {
      return token;
    }
    ReentrantLock lock = renewing[Math.floorMod(token.userId(), renewing.length)];
    lock.lock();
    try {
      StoredToken now = tokens.find(token.userId()).orElse(null);
      return now == null || !now.accessToken().equals(token.accessToken()) ? now : renewed(now);
    } finally {
      lock.unlock();
    }
  }

  private @Nullable StoredToken renewed(StoredToken token) {
    String refresh = token.refreshToken() == null ? null : opened(token, token.refreshToken());
    try {
      if (refresh != null) {
        accounts.store(token.userId(), oauth.refresh(refresh));
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

  private @Nullable String opened(StoredToken token, String sealed) {
    try {
      return box.open(Purpose.GITHUB_TOKEN, sealed);
    } catch (Unreadable lost) {
      // Kept: the key may only be missing from the configuration for now.
      log.warn("A GitHub token of user {} cannot be read: {}", token.userId(), lost.getMessage());
      return null;
    }
  }
}

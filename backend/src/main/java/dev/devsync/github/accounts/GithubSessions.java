package dev.devsync.github.accounts;

import dev.devsync.github.GithubFailure;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.GithubTrouble.Kind;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.errors.ApiException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * Lets calls to GitHub be made as a user: finds the token, renews an expiring one, and drops a
 * refused one.
 */
@Service
public class GithubSessions {

  private static final Duration WITHOUT_ADVICE = Duration.ofSeconds(60);

  private final TokenRepository tokens;
  private final GithubAccounts accounts;
  private final TokenRenewal renewal;

  GithubSessions(TokenRepository tokens, GithubAccounts accounts, TokenRenewal renewal) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.renewal = renewal;
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
    StoredToken stored = tokens.find(userId).map(renewal::current).orElse(null);
    String token = stored == null ? null : accounts.opened(stored, stored.accessToken());
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
}

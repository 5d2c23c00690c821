package dev.devsync.github.sync;

import dev.devsync.github.GithubFailure;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.GithubTrouble.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Writes that somebody waits for, at the pace that all writes with their token keep. */
@Service
public class PacedWrites {

  private static final Duration LONGEST_WRITE = Duration.ofSeconds(45);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final WritePace pace;
  private final Clock clock;

  PacedWrites(WritePace pace, Clock clock) {
    this.pace = pace;
    this.clock = clock;
  }

  /**
   * Makes the calls when it is the token's turn; if that is not soon, the caller is asked to wait.
   */
  public <T> T write(int userId, Supplier<T> calls) {
    if (!Soon.succeeds(() -> pace.take(userId, LONGEST_WRITE))) {
      Duration wait = Duration.between(clock.instant(), pace.next(userId));
      throw GithubFailure.rateLimited(wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait);
    }
    try {
      return calls.get();
    } catch (GithubTrouble trouble) {
      if (trouble.is(Kind.RATE_LIMITED)) {
        pace.rest(userId, trouble);
      }
      throw trouble;
    } finally {
      pace.release(userId);
    }
  }
}

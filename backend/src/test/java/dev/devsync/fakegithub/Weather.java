package dev.devsync.fakegithub;

import java.time.Instant;
import java.util.Map;

/** The kinds of bad weather the fake can have. */
public enum Weather {
  FAIR,
  SLOW,
  UNAUTHORIZED,
  FORBIDDEN,
  NOT_FOUND,
  GONE,
  UNPROCESSABLE,
  TOO_MANY,
  RATE_LIMITED,
  DOWN,
  /** What is asked for is done, but the answer gets lost. */
  ANSWER_LOST,
  BROKEN_JSON,
  REDIRECT_ELSEWHERE;

  /** Seconds that the fake asks its callers to wait. */
  public static final int RETRY_AFTER = 7;

  Answer answer(String elsewhere) {
    return switch (this) {
      case UNAUTHORIZED -> Answer.message(401, "Bad credentials");
      case FORBIDDEN -> Answer.message(403, "Resource not accessible by integration");
      case NOT_FOUND -> Answer.message(404, "Not Found");
      case GONE -> Answer.message(410, "This issue was deleted");
      case UNPROCESSABLE -> Answer.message(422, "Validation Failed");
      case TOO_MANY ->
          Answer.message(429, "You have exceeded a secondary rate limit")
              .with("Retry-After", "" + RETRY_AFTER);
      case RATE_LIMITED ->
          Answer.message(403, "API rate limit exceeded")
              .with("X-RateLimit-Remaining", "0")
              .with("X-RateLimit-Reset", "" + Instant.now().plusSeconds(30).getEpochSecond());
      case BROKEN_JSON ->
          new Answer(200, Map.of("Content-Type", "application/json"), "{\"id\": 1, ".getBytes());
      case REDIRECT_ELSEWHERE -> Answer.redirect(elsewhere);
      case SLOW, DOWN, ANSWER_LOST, FAIR -> Answer.message(503, "Unicorn");
    };
  }
}

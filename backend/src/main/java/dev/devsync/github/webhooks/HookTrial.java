package dev.devsync.github.webhooks;

import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tries a webhook out: asks GitHub for a ping, and then what became of it. */
@Component
class HookTrial {

  private static final int QUESTIONS = 8;
  private static final Duration PAUSE = Duration.ofMillis(400);

  private final GithubApi github;

  HookTrial(GithubApi github) {
    this.github = github;
  }

  /**
   * What became of the ping.
   *
   * @param statusCode what this server answered to GitHub; null if nothing is known
   * @param message GitHub's words
   */
  record Ping(PingOutcome outcome, @Nullable Integer statusCode, @Nullable String message) {}

  /** The hook's address is {@code /repos/owner/repo/hooks/1}. */
  Ping of(String hook, String token) {
    try {
      github.send(token, "POST", hook + "/pings", Map.of());
      for (int i = 0; i < QUESTIONS; i++) {
        LockSupport.parkNanos(PAUSE.toNanos());
        JsonNode last = github.get(token, hook).body().path("last_response");
        if (last.path("code").isIntegralNumber()) {
          return said(last);
        }
      }
      return new Ping(PingOutcome.PENDING, null, "GitHub has not reported an answer yet");
    } catch (GithubTrouble trouble) {
      return new Ping(PingOutcome.UNKNOWN, null, "GitHub " + trouble.getMessage());
    }
  }

  private static Ping said(JsonNode last) {
    int code = Json.integer(last, "code");
    return new Ping(
        code >= 200 && code < 300 ? PingOutcome.DELIVERED : PingOutcome.FAILED,
        code == 0 ? null : code,
        Json.nullableText(last, "message"));
  }
}

package dev.devsync.github;

import dev.devsync.platform.errors.ApiException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** What callers are told when GitHub does not do as asked (contract, REST section 12.1). */
public final class GithubFailure {

  private GithubFailure() {}

  public static ApiException notConnected() {
    return ApiException.unauthorized("GitHub account not connected");
  }

  public static ApiException rateLimited(Duration retryAfter) {
    return ApiException.tooManyRequests(
        "GitHub API rate limit exceeded. Please try again later.", retryAfter);
  }

  public static ApiException failed() {
    return ApiException.of(HttpStatus.BAD_GATEWAY, "GitHub request failed");
  }

  public static ApiException noSuchRepository() {
    return ApiException.notFound("Repository not found on GitHub");
  }
}

package dev.devsync.github.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * How connecting an account ended, in a form that can be remembered and repeated.
 *
 * @param refusal null if the account is connected
 * @param githubUsername null unless the account is connected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Outcome(int userId, @Nullable Refusal refusal, @Nullable String githubUsername) {

  static Outcome connected(int userId, String githubUsername) {
    return new Outcome(userId, null, githubUsername);
  }

  static Outcome refused(int userId, Refusal refusal) {
    return new Outcome(userId, refusal, null);
  }

  /**
   * Why an account is not connected. The endpoints have words of their own for a state that is no
   * good.
   */
  enum Refusal {
    INVALID_STATE(HttpStatus.BAD_REQUEST, "Invalid state parameter"),
    FOREIGN_STATE(HttpStatus.BAD_REQUEST, "Invalid state parameter"),
    USER_GONE(HttpStatus.NOT_FOUND, "User not found"),
    CODE_REFUSED(HttpStatus.BAD_REQUEST, "Failed to obtain access token"),
    PROFILE_UNREADABLE(HttpStatus.BAD_REQUEST, "Failed to fetch GitHub profile"),
    FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "Error processing GitHub callback");

    private final HttpStatus status;
    private final String text;

    Refusal(HttpStatus status, String text) {
      this.status = status;
      this.text = text;
    }

    HttpStatus status() {
      return status;
    }

    String text() {
      return text;
    }
  }

  /** The user name, or the refusal in the words of the endpoint. */
  String orRefuse(String wordsForInvalidState) {
    if (refusal != null) {
      throw OauthRefusal.of(
          refusal.status(),
          refusal == Refusal.INVALID_STATE ? wordsForInvalidState : refusal.text());
    }
    return githubUsername == null ? "" : githubUsername;
  }
}

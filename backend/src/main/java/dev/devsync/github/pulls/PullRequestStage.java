package dev.devsync.github.pulls;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a pull request got. */
enum PullRequestStage {
  OPENED,
  REVIEW_REQUESTED,
  MERGED,
  CLOSED,
  /** No longer to be found. */
  GONE;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PullRequestStage named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  boolean isFinished() {
    return this == MERGED || this == CLOSED;
  }

  /** Whether getting here from there is an event; a review that was given is none. */
  boolean isNewsAfter(@Nullable PullRequestStage earlier) {
    return this != earlier && this != GONE && !(this == OPENED && earlier == REVIEW_REQUESTED);
  }

  /** As people say it, after "the pull request was". */
  String words() {
    return switch (this) {
      case OPENED -> "opened";
      case REVIEW_REQUESTED -> "handed in for review";
      case MERGED -> "merged";
      case CLOSED -> "closed";
      case GONE -> "deleted";
    };
  }
}

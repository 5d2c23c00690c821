package dev.devsync.github.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** GitHub did not do as asked. */
public final class GithubTrouble extends RuntimeException {

  private final Kind kind;
  private final @Nullable Duration retryAfter;

  GithubTrouble(Kind kind, String what, @Nullable Duration retryAfter) {
    super(what);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  GithubTrouble(Kind kind, String what) {
    this(kind, what, null);
  }

  /** GitHub answered with something else, to which what was asked for was moved. */
  public static GithubTrouble movedAway() {
    return new GithubTrouble(Kind.NOT_FOUND, "has moved it elsewhere");
  }

  /** What kind of trouble, as far as it makes a difference what to do next. */
  public enum Kind {
    /** The token is no longer good. */
    UNAUTHORIZED,
    /** The token is good, but not for this. */
    FORBIDDEN,
    /** It is not there, has gone, or is not to be seen with this token. */
    NOT_FOUND,
    /** Too many calls; later they may succeed. */
    RATE_LIMITED,
    /** The request makes no sense to GitHub; repeating it helps nothing. */
    REFUSED,
    /** Down, slow, or answering what cannot be understood; later it may succeed. */
    UNAVAILABLE
  }

  public Kind kind() {
    return kind;
  }

  /** How long GitHub asks to be left alone; null if it does not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  public boolean is(Kind other) {
    return kind == other;
  }
}

package dev.devsync.platform.access;

import org.jspecify.annotations.Nullable;

/** Who or what made a change: a user, nobody in particular (the system), or GitHub. */
public record Actor(
    @Nullable Integer userId, @Nullable Role role, @Nullable Origin origin, Source source) {

  public static final Actor SYSTEM = new Actor(null, null, null, Source.SYSTEM);
  public static final Actor GITHUB = new Actor(null, null, null, Source.GITHUB);

  /** What kind of actor it is. */
  public enum Source {
    USER,
    SYSTEM,
    GITHUB
  }

  /** Somebody who is not signed in, such as a failed sign-in. */
  public static Actor anonymous(Origin origin) {
    return new Actor(null, null, origin, Source.USER);
  }

  public static Actor user(int userId, Role role, Origin origin) {
    return new Actor(userId, role, origin, Source.USER);
  }

  /** Whether the actor is this user. */
  public boolean is(@Nullable Integer id) {
    return userId != null && userId.equals(id);
  }
}

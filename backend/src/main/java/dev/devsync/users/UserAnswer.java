package dev.devsync.users;

/** One user, as {@code {"user": ...}}. */
public record UserAnswer(UserDetails user) {

  public static UserAnswer of(User user) {
    return new UserAnswer(UserDetails.of(user));
  }
}

package dev.devsync.users;

import dev.devsync.platform.access.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user as lists and profiles show them; {@code avatar} has no storage and is always null. */
public record UserDetails(
    int id,
    String name,
    String email,
    Role role,
    @Nullable String githubUsername,
    boolean githubConnected,
    @Nullable String avatar,
    @Nullable Instant createdAt) {

  public static UserDetails of(User user) {
    return new UserDetails(
        user.id(),
        user.name(),
        user.email(),
        user.role(),
        user.githubUsername(),
        user.githubConnected(),
        null,
        user.createdAt());
  }
}

package dev.devsync.users;

import dev.devsync.platform.access.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code users}.
 *
 * @param passwordHash bcrypt; never leaves the server
 * @param githubConnected whether a GitHub token is stored
 */
public record User(
    int id,
    String name,
    String email,
    String passwordHash,
    Role role,
    @Nullable String githubUsername,
    boolean githubConnected,
    @Nullable Instant createdAt) {

  @Override
  public String toString() {
    return "User[id=%d, role=%s]".formatted(id, role);
  }
}

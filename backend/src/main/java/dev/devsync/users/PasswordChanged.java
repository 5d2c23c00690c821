package dev.devsync.users;

import dev.devsync.platform.changes.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user has a new password.
 *
 * @param keptSession the session it was changed in, which goes on; null if an admin changed it
 */
public record PasswordChanged(int userId, @Nullable UUID keptSession) implements DomainEvent {

  @Override
  public String type() {
    return "user.password_changed";
  }
}

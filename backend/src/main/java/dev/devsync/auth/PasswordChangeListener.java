package dev.devsync.auth;

import dev.devsync.platform.changes.Recorded;
import dev.devsync.users.PasswordChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A new password ends every other session of its user, in the same transaction. */
@Component
class PasswordChangeListener {

  private final Sessions sessions;

  PasswordChangeListener(Sessions sessions) {
    this.sessions = sessions;
  }

  @EventListener
  void on(Recorded change) {
    for (PasswordChanged password : change.events(PasswordChanged.class)) {
      sessions.endOthers(
          change.actor(), password.userId(), password.keptSession(), "password_changed");
    }
  }
}

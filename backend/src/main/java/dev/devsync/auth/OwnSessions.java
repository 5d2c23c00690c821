package dev.devsync.auth;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What users do with their own sessions. */
@Service
class OwnSessions {

  private final SessionRepository sessions;
  private final Sessions lifecycle;
  private final ChangeLog changes;
  private final Clock clock;

  OwnSessions(SessionRepository sessions, Sessions lifecycle, ChangeLog changes, Clock clock) {
    this.sessions = sessions;
    this.lifecycle = lifecycle;
    this.changes = changes;
    this.clock = clock;
  }

  List<Session> list(Caller caller) {
    return sessions.good(caller.id(), clock.instant());
  }

  /** Ends the session of the request and audits it. */
  @Transactional
  public void logout(Caller caller) {
    if (caller.sessionId() != null) {
      lifecycle.end(caller.actor(), caller.id(), caller.sessionId(), "logout");
    }
    changes.audit(caller.actor(), AuditEntry.of("user_logout", "user", caller.id()));
  }

  @Transactional
  public boolean end(Caller caller, UUID session) {
    return lifecycle.end(caller.actor(), caller.id(), session, "ended_by_user");
  }

  @Transactional
  public int endOthers(Caller caller) {
    return lifecycle.endOthers(caller.actor(), caller.id(), caller.sessionId(), "ended_by_user");
  }
}

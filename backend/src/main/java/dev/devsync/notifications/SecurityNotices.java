package dev.devsync.notifications;

import dev.devsync.auth.SessionsEnded;
import dev.devsync.platform.access.Actor;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Signs that somebody else holds a user's tokens. */
@Component
class SecurityNotices {

  private final Clock clock;

  SecurityNotices(Clock clock) {
    this.clock = clock;
  }

  List<Told> of(SessionsEnded ended, Actor actor) {
    if (!ended.reason().equals(SessionsEnded.TOKEN_REUSED)) {
      return List.of();
    }
    String message =
        ("A refresh token that had already been replaced was used again on %s, so the session it belongs to was"
                + " ended. If that was not you, change your password.")
            .formatted(Moments.inWords(clock.instant()));
    Notice notice = Notice.of("security_alert", "Security Alert", message, null, null);
    return new Audience(actor).tell(List.of(ended.userId()), notice).told();
  }
}

package dev.devsync.auth;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets sessions some days after they ended; until then their tokens are known to be revoked. */
@Configuration(proxyBeanMethods = false)
class SessionTrimming {

  private static final Duration KEPT = Duration.ofDays(7);

  @Bean
  RecurringTask<Void> sessionTrimmingTask(SessionRepository sessions, Clock clock) {
    return Tasks.recurring("session-trimming", FixedDelay.of(Duration.ofHours(6)))
        .execute((instance, context) -> sessions.deleteOver(clock.instant().minus(KEPT)));
  }
}

package dev.devsync.github.oauth;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes states that can neither be redeemed nor repeated any more. */
@Configuration(proxyBeanMethods = false)
class StateTrimming {

  @Bean
  RecurringTask<Void> githubStateTrimmingTask(OauthStateRepository states, Clock clock) {
    return Tasks.recurring("github-state-trimming", FixedDelay.of(Duration.ofHours(1)))
        .execute(
            (instance, context) ->
                states.deleteExpiredBefore(clock.instant().minus(Duration.ofHours(1))));
  }
}

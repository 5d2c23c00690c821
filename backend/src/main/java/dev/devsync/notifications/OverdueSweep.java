package dev.devsync.notifications;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for overdue tasks every hour, for people who do not come by themselves. */
@Configuration(proxyBeanMethods = false)
class OverdueSweep {

  @Bean
  RecurringTask<Void> overdueSweepTask(OverdueChecks checks) {
    return Tasks.recurring("overdue-sweep", FixedDelay.of(Duration.ofHours(1)))
        .execute((instance, context) -> checks.sweep());
  }
}

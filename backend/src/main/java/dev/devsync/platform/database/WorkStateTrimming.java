package dev.devsync.platform.database;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the table behind {@link WorkState} short. */
@Configuration(proxyBeanMethods = false)
class WorkStateTrimming {

  @Bean
  RecurringTask<Void> workStateTrimmingTask(WorkState work) {
    return Tasks.recurring("work-state-trimming", FixedDelay.of(Duration.ofMinutes(5)))
        .execute((instance, context) -> work.trim());
  }
}

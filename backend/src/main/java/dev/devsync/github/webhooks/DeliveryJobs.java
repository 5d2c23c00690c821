package dev.devsync.github.webhooks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Heeds deliveries that a crash or a failure left waiting, and forgets old ones. */
@Configuration(proxyBeanMethods = false)
class DeliveryJobs {

  private static final Duration KEPT = Duration.ofDays(30);

  @Bean
  RecurringTask<Void> githubDeliveriesTask(
      Deliveries deliveries, DeliveryRepository rows, Clock clock) {
    return Tasks.recurring("github-deliveries", FixedDelay.of(Duration.ofSeconds(30)))
        .execute(
            (instance, context) -> {
              deliveries.heedDue();
              rows.trim(clock.instant().minus(KEPT));
            });
  }
}

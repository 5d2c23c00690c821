package dev.devsync.github.webhooks;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.devsync.github.sync.FailedDeliveries;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Heeds deliveries that a crash or a failure left waiting, and forgets old ones. */
@Configuration(proxyBeanMethods = false)
class DeliveryJobs {

  private static final Duration KEPT = Duration.ofDays(30);

  /** Heeds one delivery again, because somebody asked for it. */
  @Bean
  CustomTask<Void> githubDeliveryTask(Deliveries deliveries) {
    return Tasks.custom(FailedDeliveries.JOB, Void.class)
        .execute(
            (instance, context) -> {
              deliveries.heed(Long.parseLong(instance.getId()));
              return new CompletionHandler.OnCompleteRemove<>();
            });
  }

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

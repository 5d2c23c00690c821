package dev.devsync.github.sync;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.devsync.github.GithubSettings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The recurring work of synchronisation: polling, and trimming its log. */
@Configuration(proxyBeanMethods = false)
class SyncJobs {

  @Bean
  RecurringTask<Void> githubPollingTask(IssuePolling polling, GithubSettings settings) {
    return Tasks.recurring("github-polling", settings.polling())
        .execute(
            (instance, context) -> {
              try {
                polling.poll();
              } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
              }
            });
  }

  @Bean
  RecurringTask<Void> githubSyncLogTrimmingTask(
      SyncEventRepository events, SyncSettings settings, Clock clock) {
    return Tasks.recurring("github-sync-log-trimming", FixedDelay.of(Duration.ofHours(1)))
        .execute((instance, context) -> events.trim(clock.instant().minus(settings.keepEvents())));
  }
}

package dev.devsync.github.pulls;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.devsync.github.GithubSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The recurring work about pull requests: polling. */
@Configuration(proxyBeanMethods = false)
class PullRequestJobs {

  @Bean
  @ConditionalOnExpression("${devsync.github.sync-interval-seconds} > 0")
  RecurringTask<Void> githubPullRequestPollingTask(
      PullRequestPolling polling, GithubSettings settings) {
    return Tasks.recurring("github-pull-request-polling", FixedDelay.of(settings.syncInterval()))
        .execute((instance, context) -> polling.poll());
  }
}

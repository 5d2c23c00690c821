package dev.devsync.github.pulls;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.devsync.github.GithubSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The recurring work about pull requests: polling. */
@Configuration(proxyBeanMethods = false)
class PullRequestJobs {

  @Bean
  RecurringTask<Void> githubPullRequestPollingTask(
      PullRequestPolling polling, GithubSettings settings) {
    return Tasks.recurring("github-pull-request-polling", settings.polling())
        .execute((instance, context) -> polling.poll());
  }
}

package dev.devsync.github.sync;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs that write to GitHub; the id of a job is that of its event. */
@Configuration(proxyBeanMethods = false)
class WriteJobs {

  static final String TASK = "github-write";

  @Bean
  CustomTask<Void> githubWriteTask(OutgoingWrites writes) {
    return Tasks.custom(TASK, Void.class)
        .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5)))
        .execute((instance, context) -> completion(writes, Long.parseLong(instance.getId())));
  }

  private static CompletionHandler<Void> completion(OutgoingWrites writes, long eventId) {
    Instant next = writes.carryOut(eventId).orElse(null);
    return next == null
        ? new CompletionHandler.OnCompleteRemove<>()
        : (complete, operations) -> operations.reschedule(complete, next);
  }
}

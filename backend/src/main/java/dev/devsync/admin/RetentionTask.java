package dev.devsync.admin;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs retention every hour, and whenever a server starts. */
@Component
class RetentionTask extends RecurringTask<Void> {

  private static final Logger log = LoggerFactory.getLogger(RetentionTask.class);

  private final Retention retention;

  RetentionTask(Retention retention) {
    super("retention", FixedDelay.of(Duration.ofHours(1)), Void.class);
    this.retention = retention;
  }

  @Override
  public void onStartup(SchedulerClient scheduler, Clock clock) {
    super.onStartup(scheduler, clock);
    try {
      scheduler.reschedule(getDefaultTaskInstance(), clock.now());
    } catch (TaskInstanceCurrentlyExecutingException running) {
      log.debug("Another instance is running retention");
    }
  }

  @Override
  public void executeRecurringly(TaskInstance<Void> instance, ExecutionContext context) {
    retention.runByClock();
  }
}

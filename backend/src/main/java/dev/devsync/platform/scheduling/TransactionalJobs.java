package dev.devsync.platform.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Schedules jobs in the transaction of the change that asks for them: if it rolls back there is no
 * job, and once it is committed the job survives whatever happens.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TransactionalJobs {

  private static final Logger log = LoggerFactory.getLogger(TransactionalJobs.class);

  private final SchedulerClient client;
  private final ObjectProvider<Scheduler> scheduler;

  TransactionalJobs(DataSource dataSource, ObjectProvider<Scheduler> scheduler) {
    this.client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
            .tableName(SchedulerConfiguration.TABLE)
            .build();
    this.scheduler = scheduler;
  }

  /** New jobs of the task, one for each id, none of which may exist. */
  public void schedule(String task, List<String> ids, Instant when) {
    client.scheduleBatch(
        ids.stream().<TaskInstance<?>>map(id -> new TaskInstance<>(task, id)).toList(), when);
    startAfterCommit();
  }

  /** A job of the task, whether it exists already or not; one that is running is left alone. */
  public void scheduleAgain(String task, String id, Instant when) {
    try {
      client.schedule(new TaskInstance<>(task, id), when, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
      startAfterCommit();
    } catch (TaskInstanceCurrentlyExecutingException running) {
      log.debug("Job {} of {} runs already", id, task);
    }
  }

  private void startAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
          }
        });
  }
}

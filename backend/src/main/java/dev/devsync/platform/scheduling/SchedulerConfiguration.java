package dev.devsync.platform.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Background work that survives restarts and runs once in the cluster: tasks are beans, their state
 * is in PostgreSQL.
 */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

  static final String TABLE = "ops.scheduled_tasks";

  /** A job cut short is run again by another instance, or after the restart. */
  private static final Duration SHUTDOWN_WAIT = Duration.ofSeconds(3);

  @Bean
  @DependsOnDatabaseInitialization
  Scheduler scheduler(DataSource dataSource, List<Task<?>> tasks, Settings settings) {
    return Scheduler.create(
            dataSource, tasks.stream().filter(task -> !(task instanceof OnStartup)).toList())
        .startTasks(startTasks(tasks))
        .tableName(TABLE)
        .schedulerName(new SchedulerName.Fixed("devsync-" + UUID.randomUUID()))
        .threads(settings.workers())
        .executorService(
            Executors.newFixedThreadPool(
                settings.workers(), Thread.ofVirtual().name("job-", 0).factory()))
        .pollingInterval(settings.poll())
        .shutdownMaxWait(SHUTDOWN_WAIT)
        .heartbeatInterval(Duration.ofSeconds(20))
        .enableImmediateExecution()
        .build();
  }

  @SuppressWarnings("unchecked")
  private static <T extends Task<?> & OnStartup> List<T> startTasks(List<Task<?>> tasks) {
    return (List<T>) (List<?>) tasks.stream().filter(OnStartup.class::isInstance).toList();
  }

  @Bean
  SchedulerLifecycle schedulerLifecycle(Scheduler scheduler, Settings settings) {
    return new SchedulerLifecycle(scheduler, settings.enabled());
  }

  /**
   * Whether this instance does background work, how many jobs at once, and how often it asks for
   * due ones.
   */
  @ConfigurationProperties("devsync.scheduler")
  record Settings(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("4") int workers,
      @DefaultValue("5s") Duration poll) {}
}

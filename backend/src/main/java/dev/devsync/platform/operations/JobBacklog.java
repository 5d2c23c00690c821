package dev.devsync.platform.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts the jobs of the cluster and logs once a minute how many are due and not done; an alarm
 * listens for that line.
 */
@Component
class JobBacklog {

  private static final Logger log = LoggerFactory.getLogger(JobBacklog.class);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final MultiGauge waiting;
  private volatile double due = Double.NaN;
  private volatile double failing = Double.NaN;

  JobBacklog(JdbcClient jdbc, Clock clock, MeterRegistry registry) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.waiting =
        MultiGauge.builder("devsync.jobs.waiting")
            .description("Jobs by task, recurring ones included, whether they are due or not")
            .register(registry);
    Gauge.builder("devsync.jobs.due", () -> due)
        .description("Jobs whose time has come and that are not done")
        .register(registry);
    Gauge.builder("devsync.jobs.failing", () -> failing)
        .description("Jobs whose last run failed and that will be tried again")
        .register(registry);
  }

  private record Jobs(String task, long waiting, long due, long failing) {}

  @Scheduled(
      initialDelayString = "${devsync.operations.report-every:60s}",
      fixedRateString = "${devsync.operations.report-every:60s}")
  void report() {
    try {
      List<Jobs> jobs = count();
      due = jobs.stream().mapToLong(Jobs::due).sum();
      failing = jobs.stream().mapToLong(Jobs::failing).sum();
      waiting.register(jobs.stream().map(JobBacklog::row).toList(), true);
      log.atInfo()
          .addKeyValue("metric", "job_backlog")
          .addKeyValue("value", (long) due)
          .log("jobs that are due");
    } catch (RuntimeException away) {
      due = Double.NaN;
      failing = Double.NaN;
      log.warn("Jobs could not be counted: {}", away.getMessage());
    }
  }

  private static MultiGauge.Row<Number> row(Jobs jobs) {
    return MultiGauge.Row.of(Tags.of("task", jobs.task()), jobs.waiting());
  }

  private List<Jobs> count() {
    return jdbc.sql(
            "SELECT task_name AS task, count(*) AS waiting,"
                + " count(*) FILTER (WHERE execution_time <= :now) AS due,"
                + " count(*) FILTER (WHERE consecutive_failures > 0) AS failing"
                + " FROM ops.scheduled_tasks GROUP BY task_name")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Jobs.class)
        .list();
  }
}

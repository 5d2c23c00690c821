package dev.devsync.platform.changes;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.devsync.platform.time.Instants;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes what the outbox no longer has to keep, a thousand rows at a time. */
@Configuration(proxyBeanMethods = false)
class OutboxTrimming {

  private static final int BATCH = 1_000;

  /** Who came and went, and what clients had passed on; an index holds these alone. */
  private static final String FLEETING = "type IN ('presence.changed', 'relayed')";

  private final JdbcClient jdbc;
  private final OutboxSettings settings;
  private final Clock clock;

  OutboxTrimming(JdbcClient jdbc, OutboxSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  @Bean
  RecurringTask<Void> outboxTrimmingTask() {
    return Tasks.recurring("outbox-trimming", FixedDelay.of(Duration.ofHours(1)))
        .execute((instance, context) -> trim());
  }

  void trim() {
    while (deleteBatch("true", settings.keep()) == BATCH) {}
    while (deleteBatch(FLEETING, settings.keepFleeting()) == BATCH) {}
  }

  private int deleteBatch(String which, Duration keep) {
    return jdbc.sql(
            "DELETE FROM ops.events WHERE seq IN (SELECT seq FROM ops.events WHERE "
                + which
                + " AND created_at < :before ORDER BY created_at LIMIT :batch)")
        .param("before", Instants.column(clock.instant().minus(keep)))
        .param("batch", BATCH)
        .update();
  }
}

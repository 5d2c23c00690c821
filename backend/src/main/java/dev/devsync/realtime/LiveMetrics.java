package dev.devsync.realtime;

import dev.devsync.realtime.engine.SocketEngine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many sockets this instance serves, and how far its live events are behind. */
@Component
class LiveMetrics implements MeterBinder {

  private static final Logger log = LoggerFactory.getLogger(LiveMetrics.class);

  private final SocketEngine engine;
  private final LiveSessions sessions;
  private final Timeline timeline;
  private final OutboxRepository outbox;
  private final Clock clock;
  private volatile double lagSeconds;

  LiveMetrics(
      SocketEngine engine,
      LiveSessions sessions,
      Timeline timeline,
      OutboxRepository outbox,
      Clock clock) {
    this.engine = engine;
    this.sessions = sessions;
    this.timeline = timeline;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("devsync.sockets.connected", () -> sessions.all().size())
        .description("Sockets of signed-in people on this instance")
        .register(registry);
    Gauge.builder("devsync.sockets.sessions", () -> engine.transport().sessionCount())
        .description("Transport sessions on this instance, admitted or not")
        .register(registry);
    Gauge.builder("devsync.sockets.waiting", () -> engine.transport().waitingBytes())
        .description("What waits for clients that read slowly, all together")
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder("devsync.outbox.lag", () -> lagSeconds)
        .description("Age of the oldest event that this instance has not delivered")
        .baseUnit("seconds")
        .register(registry);
  }

  @Scheduled(
      initialDelayString = "${devsync.operations.report-every:60s}",
      fixedRateString = "${devsync.operations.lag-every:15s}")
  void measureLag() {
    try {
      lagSeconds =
          outbox.oldestAfter(timeline.position()).map(this::age).orElse(Duration.ZERO).toMillis()
              / 1000.0;
    } catch (RuntimeException away) {
      lagSeconds = Double.NaN;
      log.warn("The outbox could not be measured: {}", away.getMessage());
    }
  }

  private Duration age(Instant created) {
    Duration age = Duration.between(created, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }
}

package dev.devsync.github.webhooks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many webhook deliveries are still to be heeded. */
@Component
class DeliveryMetrics implements MeterBinder {

  private static final Logger log = LoggerFactory.getLogger(DeliveryMetrics.class);

  private final DeliveryRepository deliveries;
  private volatile double waiting = Double.NaN;

  DeliveryMetrics(DeliveryRepository deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("devsync.github.deliveries.waiting", () -> waiting)
        .description("Webhook deliveries of GitHub that are still to be heeded")
        .register(registry);
  }

  @Scheduled(
      initialDelayString = "${devsync.operations.report-every:60s}",
      fixedRateString = "${devsync.operations.report-every:60s}")
  void count() {
    try {
      waiting = deliveries.waiting();
    } catch (RuntimeException away) {
      waiting = Double.NaN;
      log.warn("Deliveries could not be counted: {}", away.getMessage());
    }
  }
}

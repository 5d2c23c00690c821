package dev.devsync.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** One figure a minute, so that an alarm's periods are minutes whatever it watches. */
final class EveryMinute {

  private EveryMinute() {}

  static MetricOptions the(String statistic) {
    return MetricOptions.builder().statistic(statistic).period(Duration.minutes(1)).build();
  }
}

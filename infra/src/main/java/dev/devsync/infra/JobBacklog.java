package dev.devsync.infra;

import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.amazon.awscdk.services.logs.MetricFilterOptions;

/**
 * Jobs that are due and not yet done. The server writes the figure once a minute as a line of its
 * structured log, {@code {"metric":"job_backlog","value":12,...}}, which CloudWatch turns into a
 * metric.
 */
final class JobBacklog {

  private final MetricFilter filter;

  JobBacklog(LogGroup log, Environment environment) {
    filter =
        log.addMetricFilter(
            "JobBacklog",
            MetricFilterOptions.builder()
                .filterPattern(FilterPattern.stringValue("$.metric", "=", "job_backlog"))
                .metricNamespace("DevSync/" + environment.name())
                .metricName("JobBacklog")
                .metricValue("$.value")
                .build());
  }

  /** Every task reports the same figure, so the greatest counts, not the sum. */
  IMetric metric() {
    return filter.metric(EveryMinute.the("Maximum"));
  }
}

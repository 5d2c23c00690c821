package dev.devsync.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeElb;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;

/** How requests fare, minute by minute, as the load balancer counts them. */
record RequestMetrics(Targets targets) {

  /** Failures of the server and of the load balancer in per cent; none while nearly nobody asks. */
  IMetric errorPercent() {
    var balancer = targets.loadBalancer().getMetrics();
    return MathExpression.Builder.create()
        .expression("IF(requests > 20, 100 * (FILL(server, 0) + FILL(balancer, 0)) / requests, 0)")
        .usingMetrics(
            Map.of(
                "server", balancer.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, sum()),
                "balancer", balancer.httpCodeElb(HttpCodeElb.ELB_5XX_COUNT, sum()),
                "requests", balancer.requestCount(sum())))
        .label("Failed requests (%)")
        .period(Duration.minutes(1))
        .build();
  }

  IMetric requests() {
    return targets.loadBalancer().getMetrics().requestCount(sum());
  }

  /** Seconds within which 99 of 100 REST requests are answered. */
  IMetric slowestOfAHundred() {
    return targets.rest().getMetrics().targetResponseTime(EveryMinute.the("p99"));
  }

  IMetric median() {
    return targets.rest().getMetrics().targetResponseTime(EveryMinute.the("p50"));
  }

  IMetric unhealthyRest() {
    return unhealthy(targets.rest());
  }

  IMetric unhealthySockets() {
    return unhealthy(targets.sockets());
  }

  /** Tasks that get requests; the load balancer says nothing when there are none at all. */
  IMetric healthy() {
    return targets.rest().getMetrics().healthyHostCount(EveryMinute.the("Minimum"));
  }

  IMetric connections() {
    return targets.loadBalancer().getMetrics().activeConnectionCount(sum());
  }

  private static IMetric unhealthy(ApplicationTargetGroup group) {
    return group.getMetrics().unhealthyHostCount(EveryMinute.the("Maximum"));
  }

  private static MetricOptions sum() {
    return EveryMinute.the("Sum");
  }
}

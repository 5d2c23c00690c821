package dev.devsync.infra;

import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;

/**
 * The tasks as the load balancer sees them. REST and sockets are counted apart, because a polling
 * request is held open on purpose and would drown the response times of the API.
 */
record Targets(
    ApplicationLoadBalancer loadBalancer,
    ApplicationTargetGroup rest,
    ApplicationTargetGroup sockets) {}

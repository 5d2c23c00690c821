package dev.devsync.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ecs.AvailabilityZoneRebalancing;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargatePlatformVersion;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LoadBalancerTargetOptions;
import software.amazon.awscdk.services.ecs.MemoryUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.PropagatedTagSource;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationLoadBalancerTarget;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The tasks that run the server, replaced one after the other and only by healthy ones. */
final class Server {

  static final int PORT = 8000;

  /** An empty database is created within 20 seconds; a slow neighbour gets some more. */
  private static final Duration START = Duration.seconds(120);

  private final Construct scope;
  private final LogGroup log;
  private final FargateTaskDefinition task;
  private final FargateService service;

  Server(Construct scope, Network network, Database database, Environment environment) {
    this.scope = scope;
    log = log(environment);
    var secrets = ServerSecrets.of(scope, environment, database);
    task = new ServerTask(scope, environment).define(secrets, log);
    service = service(network, environment, group(network, database));
    // Tasks that start before they may read their secrets would count as failed deployments.
    service.getNode().addDependency(task.getExecutionRole());
    scale(environment.capacity().server());
  }

  FargateService service() {
    return service;
  }

  FargateTaskDefinition task() {
    return task;
  }

  LogGroup log() {
    return log;
  }

  IApplicationLoadBalancerTarget target() {
    return service.loadBalancerTarget(
        LoadBalancerTargetOptions.builder()
            .containerName(ServerTask.CONTAINER)
            .containerPort(PORT)
            .build());
  }

  private FargateService service(Network network, Environment environment, SecurityGroup group) {
    return FargateService.Builder.create(scope, "Server")
        .serviceName(environment.prefix() + "-server")
        .cluster(cluster(network, environment))
        .taskDefinition(task)
        .platformVersion(FargatePlatformVersion.VERSION1_4)
        .vpcSubnets(Network.SERVER)
        .assignPublicIp(false)
        .securityGroups(List.of(group))
        .minHealthyPercent(100)
        .maxHealthyPercent(200)
        .circuitBreaker(DeploymentCircuitBreaker.builder().enable(true).rollback(true).build())
        .healthCheckGracePeriod(START)
        .availabilityZoneRebalancing(AvailabilityZoneRebalancing.ENABLED)
        .enableExecuteCommand(false)
        .propagateTags(PropagatedTagSource.SERVICE)
        .build();
  }

  private Cluster cluster(Network network, Environment environment) {
    return Cluster.Builder.create(scope, "Cluster")
        .clusterName(environment.prefix())
        .vpc(network.vpc())
        .containerInsightsV2(ContainerInsights.ENABLED)
        .build();
  }

  private static SecurityGroup group(Network network, Database database) {
    var group = network.closedGroup("ServerGroup", "Requests from the load balancer");
    group.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "GitHub and the AWS services");
    group.addEgressRule(database.group(), Port.tcp(Database.PORT), "PostgreSQL");
    database.group().addIngressRule(group, Port.tcp(Database.PORT), "PostgreSQL from the server");
    return group;
  }

  private void scale(Capacity.Server size) {
    var scaling =
        service.autoScaleTaskCount(
            EnableScalingProps.builder()
                .minCapacity(size.minimumTasks())
                .maxCapacity(size.maximumTasks())
                .build());
    scaling.scaleOnCpuUtilization(
        "Processor",
        CpuUtilizationScalingProps.builder()
            .targetUtilizationPercent(60)
            .scaleInCooldown(Duration.minutes(10))
            .scaleOutCooldown(Duration.minutes(1))
            .build());
    scaling.scaleOnMemoryUtilization(
        "Memory",
        MemoryUtilizationScalingProps.builder()
            .targetUtilizationPercent(80)
            .scaleInCooldown(Duration.minutes(10))
            .scaleOutCooldown(Duration.minutes(1))
            .build());
  }

  private LogGroup log(Environment environment) {
    return LogGroup.Builder.create(scope, "ServerLog")
        .logGroupName("/devsync/" + environment.name() + "/server")
        .retention(environment.protection().logs())
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }
}

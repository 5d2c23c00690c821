package dev.devsync.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.XffHeaderProcessingMode;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** The only way in: HTTPS, from CloudFront's addresses. */
final class Entrance {

  private static final Duration LONGEST_RESPONSE = Duration.seconds(180);
  private static final Duration SOCKET_STICKINESS = Duration.hours(1);

  private final ApplicationLoadBalancer loadBalancer;
  private final ApplicationListener listener;

  Entrance(
      Construct scope, Network network, Account account, Environment environment, Bucket archive) {
    var group = network.closedGroup("EntranceGroup", "HTTPS from CloudFront");
    group.addIngressRule(
        Peer.prefixList(account.cloudFrontPrefixList()), Port.tcp(443), "HTTPS from CloudFront");
    loadBalancer = loadBalancer(scope, network, environment, group);
    loadBalancer.logAccessLogs(archive, "load-balancer");
    listener = httpsListener(environment);
  }

  String domainName() {
    return loadBalancer.getLoadBalancerDnsName();
  }

  /**
   * Sends REST to any task, and everything of one Socket.IO session to the same task: a polling
   * session lives in the memory of the task that opened it.
   */
  Targets leadTo(Server server) {
    var rest = listener.addTargets("Rest", targets(server).build());
    var sockets =
        listener.addTargets(
            "Sockets",
            targets(server)
                .priority(10)
                .conditions(List.of(ListenerCondition.pathPatterns(List.of("/socket.io/*"))))
                .stickinessCookieDuration(SOCKET_STICKINESS)
                .build());
    return new Targets(loadBalancer, rest, sockets);
  }

  private static ApplicationLoadBalancer loadBalancer(
      Construct scope, Network network, Environment environment, SecurityGroup group) {
    return ApplicationLoadBalancer.Builder.create(scope, "Entrance")
        .loadBalancerName(environment.prefix())
        .vpc(network.vpc())
        .vpcSubnets(Network.PUBLIC)
        .internetFacing(true)
        .securityGroup(group)
        .idleTimeout(LONGEST_RESPONSE)
        .dropInvalidHeaderFields(true)
        // CloudFront has appended the viewer; appending CloudFront too would make every visitor
        // look like one of its edge servers to the rate limit and the audit log.
        .xffHeaderProcessingMode(XffHeaderProcessingMode.PRESERVE)
        .deletionProtection(environment.protection().loadBalancer())
        .build();
  }

  private ApplicationListener httpsListener(Environment environment) {
    var certificate = ListenerCertificate.fromArn(environment.origin().certificateArn());
    return loadBalancer.addListener(
        "Https",
        BaseApplicationListenerProps.builder()
            .port(443)
            .protocol(ApplicationProtocol.HTTPS)
            .certificates(List.of(certificate))
            .sslPolicy(SslPolicy.TLS13_RES)
            .open(false)
            .build());
  }

  private static AddApplicationTargetsProps.Builder targets(Server server) {
    return AddApplicationTargetsProps.builder()
        .port(Server.PORT)
        .protocol(ApplicationProtocol.HTTP)
        .targets(List.of(server.target()))
        .deregistrationDelay(Duration.seconds(30))
        .healthCheck(
            HealthCheck.builder()
                .path("/health")
                .healthyHttpCodes("200")
                .interval(Duration.seconds(10))
                .timeout(Duration.seconds(5))
                .healthyThresholdCount(2)
                .unhealthyThresholdCount(3)
                .build());
  }
}

package dev.devsync.infra;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Two zones, each with a public subnet, one for the server and one for the database. */
final class Network {

  static final SubnetSelection PUBLIC = subnets("public");
  static final SubnetSelection SERVER = subnets("server");
  static final SubnetSelection DATABASE = subnets("database");

  private final Construct scope;
  private final Vpc vpc;

  Network(Construct scope, Environment environment) {
    this.scope = scope;
    vpc =
        Vpc.Builder.create(scope, "Network")
            .vpcName(environment.prefix())
            .ipAddresses(IpAddresses.cidr("10.20.0.0/16"))
            .maxAzs(2)
            .natGateways(environment.capacity().natGateways())
            .subnetConfiguration(
                List.of(
                    subnet("public", SubnetType.PUBLIC),
                    subnet("server", SubnetType.PRIVATE_WITH_EGRESS),
                    subnet("database", SubnetType.PRIVATE_ISOLATED)))
            .build();
    keepImageLayersOffTheNatGateway();
    recordRefusedTraffic(environment);
  }

  Vpc vpc() {
    return vpc;
  }

  /** A group that lets nothing in or out until somebody says so. */
  SecurityGroup closedGroup(String id, String description) {
    return SecurityGroup.Builder.create(scope, id)
        .vpc(vpc)
        .description(description)
        .allowAllOutbound(false)
        .build();
  }

  private void keepImageLayersOffTheNatGateway() {
    vpc.addGatewayEndpoint(
        "ObjectStorage",
        GatewayVpcEndpointOptions.builder()
            .service(GatewayVpcEndpointAwsService.S3)
            .subnets(List.of(SERVER))
            .build());
  }

  private void recordRefusedTraffic(Environment environment) {
    var log =
        LogGroup.Builder.create(scope, "RefusedTraffic")
            .logGroupName("/devsync/" + environment.name() + "/refused-traffic")
            .retention(environment.protection().logs())
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    vpc.addFlowLog(
        "Refused",
        FlowLogOptions.builder()
            .trafficType(FlowLogTrafficType.REJECT)
            .destination(FlowLogDestination.toCloudWatchLogs(log))
            .build());
  }

  private static SubnetConfiguration subnet(String name, SubnetType type) {
    return SubnetConfiguration.builder()
        .name(name)
        .subnetType(type)
        .cidrMask(22)
        .mapPublicIpOnLaunch(type == SubnetType.PUBLIC ? false : null)
        .build();
  }

  private static SubnetSelection subnets(String name) {
    return SubnetSelection.builder().subnetGroupName(name).build();
  }
}

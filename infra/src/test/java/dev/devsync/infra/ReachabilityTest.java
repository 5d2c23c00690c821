package dev.devsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReachabilityTest {

  private static final Set<String> INTERNET = Set.of("0.0.0.0/0", "::/0");

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void noSecurityGroupAdmitsTheInternet(StackTemplate stack) {
    assertThat(ingress(stack))
        .isNotEmpty()
        .noneMatch(rule -> INTERNET.contains(rule.path("CidrIp").asText()))
        .noneMatch(rule -> INTERNET.contains(rule.path("CidrIpv6").asText()));
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void onlyTheLoadBalancerIsOpenToAddressesAndOnlyToThoseOfCloudFrontByHttps(StackTemplate stack) {
    var open = ingress(stack).stream().filter(rule -> !rule.has("SourceSecurityGroupId")).toList();
    assertThat(open).hasSize(1);
    var rule = open.getFirst();
    assertThat(group(rule, "GroupId")).isEqualTo(groupId(stack, "EntranceGroup"));
    assertThat(rule.get("SourcePrefixListId").asText()).isEqualTo("pl-00000000000000000");
    assertThat(rule.get("FromPort").asInt()).isEqualTo(443);
    assertThat(rule.get("ToPort").asInt()).isEqualTo(443);
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theServerHearsOnlyTheLoadBalancer(StackTemplate stack) {
    assertThat(sourcesInto(stack, "ServerGroup"))
        .containsExactly(groupId(stack, "EntranceGroup") + ":8000");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theDatabaseHearsOnlyTheServer(StackTemplate stack) {
    assertThat(sourcesInto(stack, "DatabaseGroup"))
        .containsExactly(groupId(stack, "ServerGroup") + ":5432");
    var instance = stack.only("AWS::RDS::DBInstance");
    assertThat(instance.get("PubliclyAccessible").asBoolean(true)).isFalse();
    assertThat(instance.get("VPCSecurityGroups")).hasSize(1);
    assertThat(instance.at("/VPCSecurityGroups/0/Fn::GetAtt/0").asText())
        .isEqualTo(groupId(stack, "DatabaseGroup"));
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theDatabaseSubnetsHaveNoRouteOutAndTheServersNoneIn(StackTemplate stack) {
    var routes = stack.properties("AWS::EC2::Route").values();
    assertThat(routes)
        .noneMatch(route -> route.at("/RouteTableId/Ref").asText().contains("database"));
    assertThat(routes)
        .filteredOn(route -> route.at("/RouteTableId/Ref").asText().contains("server"))
        .hasSize(2)
        .allMatch(route -> route.has("NatGatewayId") && !route.has("GatewayId"));
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void tasksAndDatabaseStandInPrivateSubnetsOfTwoZones(StackTemplate stack) {
    var network = stack.only("AWS::ECS::Service").at("/NetworkConfiguration/AwsvpcConfiguration");
    assertThat(network.get("AssignPublicIp").asText()).isEqualTo("DISABLED");
    assertThat(zones(stack, network.get("Subnets"), "server")).hasSize(2);
    var subnets = stack.only("AWS::RDS::DBSubnetGroup").get("SubnetIds");
    assertThat(zones(stack, subnets, "database")).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theServerSpeaksToTheDatabaseAndByHttpsAndToNothingElse(StackTemplate stack) {
    var id = groupId(stack, "ServerGroup");
    var inside =
        StackTemplate.items(
            stack.only("AWS::EC2::SecurityGroup", "ServerGroup").path("SecurityGroupEgress"));
    var beside =
        stack.properties("AWS::EC2::SecurityGroupEgress").values().stream()
            .filter(rule -> group(rule, "GroupId").equals(id));
    assertThat(Stream.concat(inside, beside))
        .extracting(
            rule ->
                rule.path("CidrIp").asText()
                    + group(rule, "DestinationSecurityGroupId")
                    + ":"
                    + rule.path("FromPort").asText()
                    + "-"
                    + rule.path("ToPort").asText())
        .containsExactlyInAnyOrder(
            "0.0.0.0/0:443-443", groupId(stack, "DatabaseGroup") + ":5432-5432");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theLoadBalancerFacesTheInternetFromPublicSubnetsOfTwoZones(StackTemplate stack) {
    var balancer = stack.only("AWS::ElasticLoadBalancingV2::LoadBalancer");
    assertThat(balancer.get("Scheme").asText()).isEqualTo("internet-facing");
    assertThat(zones(stack, balancer.get("Subnets"), "public")).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void refusedTrafficOfTheWholeNetworkIsRecorded(StackTemplate stack) {
    var log = stack.only("AWS::EC2::FlowLog");
    assertThat(log.get("TrafficType").asText()).isEqualTo("REJECT");
    assertThat(log.get("ResourceType").asText()).isEqualTo("VPC");
    assertThat(log.at("/LogGroupName/Ref").asText()).startsWith("RefusedTraffic");
  }

  private static Set<String> zones(StackTemplate stack, JsonNode references, String kind) {
    return StackTemplate.items(references)
        .map(reference -> reference.get("Ref").asText())
        .peek(id -> assertThat(id).contains(kind))
        .map(id -> stack.properties("AWS::EC2::Subnet").get(id).get("AvailabilityZone").toString())
        .collect(Collectors.toSet());
  }

  private static List<String> sourcesInto(StackTemplate stack, String name) {
    return ingress(stack).stream()
        .filter(rule -> group(rule, "GroupId").equals(groupId(stack, name)))
        .map(rule -> group(rule, "SourceSecurityGroupId") + ":" + rule.get("ToPort").asText())
        .toList();
  }

  /** Rules written into a group as well as those written beside it. */
  private static List<JsonNode> ingress(StackTemplate stack) {
    var inside =
        stack.properties("AWS::EC2::SecurityGroup").values().stream()
            .flatMap(group -> StackTemplate.items(group.path("SecurityGroupIngress")));
    var beside = stack.properties("AWS::EC2::SecurityGroupIngress").values().stream();
    return Stream.concat(inside, beside).toList();
  }

  private static String group(JsonNode rule, String field) {
    return rule.at("/" + field + "/Fn::GetAtt/0").asText();
  }

  private static String groupId(StackTemplate stack, String name) {
    return stack.idOf("AWS::EC2::SecurityGroup", name);
  }
}

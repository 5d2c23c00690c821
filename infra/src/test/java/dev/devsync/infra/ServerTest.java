package dev.devsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerTest {

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void aDeploymentReplacesTasksOneByOneAndTurnsBackWhenTheyFail(StackTemplate stack) {
    var service = stack.only("AWS::ECS::Service");
    var deployment = service.get("DeploymentConfiguration");
    assertThat(deployment.get("MinimumHealthyPercent").asInt()).isEqualTo(100);
    assertThat(deployment.get("MaximumPercent").asInt()).isEqualTo(200);
    assertThat(deployment.at("/DeploymentCircuitBreaker/Enable").asBoolean()).isTrue();
    assertThat(deployment.at("/DeploymentCircuitBreaker/Rollback").asBoolean()).isTrue();
    assertThat(service.at("/DeploymentController/Type").asText()).isEqualTo("ECS");
    assertThat(service.get("LoadBalancers")).hasSize(2);
    assertThat(service.get("HealthCheckGracePeriodSeconds").asInt()).isEqualTo(120);
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theContainerCannotWriteItsFilesNorActAsRoot(StackTemplate stack) {
    var container = container(stack);
    assertThat(container.get("ReadonlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.get("User").asText()).isEqualTo("10001:10001");
    assertThat(container.path("Privileged").asBoolean()).isFalse();
    assertThat(container.at("/LinuxParameters/Capabilities/Drop/0").asText()).isEqualTo("ALL");
    assertThat(container.at("/LinuxParameters/Tmpfs/0/ContainerPath").asText()).isEqualTo("/tmp");
    assertThat(stack.only("AWS::ECS::Service").get("EnableExecuteCommand").asBoolean()).isFalse();
  }

  @Test
  void theServerKnowsItsAddresses() {
    assertThat(variables(Described.PRODUCTION))
        .containsEntry("APP_ENV", "production")
        .containsEntry("FRONTEND_URL", "https://devsync.example.org")
        .containsEntry("GITHUB_REDIRECT_URI", "https://devsync.example.org/api/v1/github/callback");
    assertThat(variables(Described.STAGING))
        .containsEntry("APP_ENV", "production")
        .containsEntry("FRONTEND_URL", "https://staging.devsync.example.org");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theImageIsTheOneThatRunsAlready(StackTemplate stack) {
    var environment = stack.name().replace("devsync-", "");
    var image = container(stack).get("Image").toString();
    assertThat(image).contains("/devsync-server:").contains("imagetag");
    assertThat(stack.root().get("Parameters").toString())
        .contains("\"Default\":\"/devsync/" + environment + "/image-tag\"");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void autoscalingAloneDecidesHowManyTasksRun(StackTemplate stack) {
    assertThat(stack.only("AWS::ECS::Service").has("DesiredCount")).isFalse();
    assertThat(stack.properties("AWS::ApplicationAutoScaling::ScalingPolicy").values())
        .extracting(
            policy ->
                policy
                    .at(
                        "/TargetTrackingScalingPolicyConfiguration/PredefinedMetricSpecification"
                            + "/PredefinedMetricType")
                    .asText())
        .containsExactlyInAnyOrder(
            "ECSServiceAverageCPUUtilization", "ECSServiceAverageMemoryUtilization");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void tasksAreAddedBeforeProcessorOrMemoryRunShort(StackTemplate stack) {
    assertThat(stack.properties("AWS::ApplicationAutoScaling::ScalingPolicy").values())
        .extracting(policy -> policy.get("TargetTrackingScalingPolicyConfiguration"))
        .extracting(
            target ->
                target.at("/PredefinedMetricSpecification/PredefinedMetricType").asText()
                    + " "
                    + target.get("TargetValue").asInt())
        .containsExactlyInAnyOrder(
            "ECSServiceAverageCPUUtilization 60", "ECSServiceAverageMemoryUtilization 80");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void aTaskThatEndsHasTimeToFinishWhatItHas(StackTemplate stack) {
    assertThat(container(stack).get("StopTimeout").asInt()).isEqualTo(30);
    assertThat(stack.properties("AWS::ElasticLoadBalancingV2::TargetGroup").values())
        .hasSize(2)
        .allSatisfy(
            group ->
                assertThat(StackTemplate.items(group.get("TargetGroupAttributes")))
                    .filteredOn(
                        attribute ->
                            attribute
                                .get("Key")
                                .asText()
                                .equals("deregistration_delay.timeout_seconds"))
                    .extracting(attribute -> attribute.get("Value").asText())
                    .containsExactly("30"));
  }

  @Test
  void productionAlwaysHasASecondTaskAndRoomToGrow() {
    assertThat(tasks(Described.STAGING)).isEqualTo("1 to 2");
    assertThat(tasks(Described.PRODUCTION)).isEqualTo("2 to 6");
    assertThat(memory(Described.STAGING)).isEqualTo("1024");
    assertThat(memory(Described.PRODUCTION)).isEqualTo("2048");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void everyLogIsKeptForALimitedTime(StackTemplate stack) {
    assertThat(stack.properties("AWS::Logs::LogGroup")).hasSize(3);
    assertThat(stack.properties("AWS::Logs::LogGroup").values())
        .allMatch(log -> log.path("RetentionInDays").asInt() >= 30);
    assertThat(container(stack).at("/LogConfiguration/Options/awslogs-group/Ref").asText())
        .startsWith("ServerLog");
  }

  private static JsonNode container(StackTemplate stack) {
    var containers = stack.only("AWS::ECS::TaskDefinition").get("ContainerDefinitions");
    assertThat(containers).hasSize(1);
    return containers.get(0);
  }

  private static Map<String, String> variables(StackTemplate stack) {
    return StackTemplate.items(container(stack).get("Environment"))
        .collect(
            Collectors.toMap(
                variable -> variable.get("Name").asText(),
                variable -> variable.get("Value").asText()));
  }

  private static String tasks(StackTemplate stack) {
    var target = stack.only("AWS::ApplicationAutoScaling::ScalableTarget");
    return target.get("MinCapacity").asText() + " to " + target.get("MaxCapacity").asText();
  }

  private static String memory(StackTemplate stack) {
    return stack.only("AWS::ECS::TaskDefinition").get("Memory").asText();
  }
}

package dev.devsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryTest {

  /** Actions AWS offers for all resources or none. */
  private static final Set<String> CANNOT_BE_NARROWED =
      Set.of(
          "ecr:GetAuthorizationToken", "ecs:DescribeTaskDefinition", "ecs:RegisterTaskDefinition");

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#stacks")
  void onlyRunsOfThisRepositorysMainBranchGetARole(StackTemplate stack) {
    var trusts =
        stack.properties("AWS::IAM::Role").values().stream()
            .flatMap(role -> StackTemplate.items(role.at("/AssumeRolePolicyDocument/Statement")))
            .filter(trust -> !trust.at("/Principal/Federated").isMissingNode())
            .toList();
    assertThat(trusts).hasSize(1);
    assertThat(trusts.getFirst().get("Condition"))
        .isEqualTo(
            new ObjectMapper()
                .valueToTree(
                    Map.of(
                        "StringEquals",
                        Map.of(
                            "token.actions.githubusercontent.com:aud", "sts.amazonaws.com",
                            "token.actions.githubusercontent.com:sub",
                                "repo:example-org/devsync:ref:refs/heads/main"))));
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#stacks")
  void noPolicyAllowsActionsByWildcard(StackTemplate stack) {
    assertThat(stack.allowances().flatMap(DeliveryTest::actions))
        .isNotEmpty()
        .noneMatch(action -> action.contains("*"));
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#stacks")
  void everyAllowanceNamesItsResourceWhereAwsLetsIt(StackTemplate stack) {
    assertThat(
            stack
                .allowances()
                .filter(allowance -> allowance.path("Resource").asText().equals("*"))
                .flatMap(DeliveryTest::actions))
        .isSubsetOf(CANNOT_BE_NARROWED);
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#stacks")
  void noRoleHasAManagedPolicyOfAws(StackTemplate stack) {
    assertThat(stack.properties("AWS::IAM::Role").values())
        .noneMatch(role -> role.has("ManagedPolicyArns"));
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theDeployerPassesTheServersRolesToTasksAndNothingElse(StackTemplate stack) {
    var deployer = allowances(stack, "Deployer");
    var pass = deployer.get("iam:PassRole");
    assertThat(pass.at("/Condition/StringEquals/iam:PassedToService").asText())
        .isEqualTo("ecs-tasks.amazonaws.com");
    assertThat(pass.get("Resource")).hasSize(2);
    assertThat(pass.get("Resource").toString())
        .contains("ServerTaskTaskRole", "ServerTaskExecutionRole");
    assertThat(deployer.keySet())
        .containsExactlyInAnyOrder(
            "iam:PassRole",
            "ecs:DescribeServices",
            "ecs:UpdateService",
            "ecs:DescribeTaskDefinition",
            "ecs:RegisterTaskDefinition",
            "ecr:DescribeImages",
            "s3:ListBucket",
            "s3:GetObject",
            "s3:PutObject",
            "s3:DeleteObject",
            "cloudfront:CreateInvalidation",
            "cloudfront:GetInvalidation",
            "ssm:GetParameter",
            "ssm:PutParameter");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theServerItselfMayDoNothingInTheAccount(StackTemplate stack) {
    assertThat(stack.properties("AWS::IAM::Policy").values())
        .noneMatch(policy -> policy.get("Roles").toString().contains("ServerTaskTaskRole"));
  }

  @Test
  void imagesAreScannedAndTheirTagsNeverMoveExceptLatest() {
    var repository = Described.DELIVERY.only("AWS::ECR::Repository");
    assertThat(repository.at("/ImageScanningConfiguration/ScanOnPush").asBoolean()).isTrue();
    assertThat(repository.get("ImageTagMutability").asText()).isEqualTo("IMMUTABLE_WITH_EXCLUSION");
    assertThat(repository.get("ImageTagMutabilityExclusionFilters")).hasSize(1);
    assertThat(
            repository
                .at("/ImageTagMutabilityExclusionFilters/0/ImageTagMutabilityExclusionFilterValue")
                .asText())
        .isEqualTo("latest");
  }

  @Test
  void oldImagesLeaveTheRegistry() {
    var policy =
        Described.DELIVERY.only("AWS::ECR::Repository").at("/LifecyclePolicy/LifecyclePolicyText");
    assertThat(policy.asText())
        .contains("\"tagStatus\":\"untagged\"", "\"countNumber\":7", "\"countNumber\":100");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void thePipelineLearnsEverythingFromOneParameter(StackTemplate stack) {
    var facts = stack.only("AWS::SSM::Parameter");
    assertThat(facts.get("Name").asText())
        .isEqualTo("/devsync/" + stack.name().replace("devsync-", "") + "/deployment");
    assertThat(facts.get("Value").toString())
        .contains(
            "cluster",
            "service",
            "container",
            "repository",
            "imageTagParameter",
            "bucket",
            "distribution",
            "siteUrl");
  }

  private static Map<String, JsonNode> allowances(StackTemplate stack, String role) {
    return StackTemplate.items(stack.only("AWS::IAM::Policy", role).at("/PolicyDocument/Statement"))
        .flatMap(statement -> actions(statement).map(action -> Map.entry(action, statement)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Stream<String> actions(JsonNode statement) {
    return StackTemplate.texts(statement.get("Action")).stream();
  }
}

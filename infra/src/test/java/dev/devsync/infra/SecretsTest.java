package dev.devsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {

  private static final String GITHUB_SECRET =
      "arn:aws:secretsmanager:eu-central-1:111122223333:secret:devsync/staging/github-AbCdEf";
  private static final String RESOLVED_BY_CLOUDFORMATION =
      "postgresql://devsync:{{resolve:secretsmanager:";

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theServerGetsItsSecretsFromSecretsManagerOnly(StackTemplate stack) {
    assertThat(secretVariables(stack)).containsExactlyInAnyOrder("DATABASE_URL", "JWT_SECRET_KEY");
    assertThat(plainVariables(stack))
        .doesNotContainAnyElementsOf(List.of("DATABASE_URL", "JWT_SECRET_KEY"));
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theDatabaseUrlIsWrittenByCloudFormationAroundAPasswordNobodyTyped(StackTemplate stack) {
    var parts =
        stack.only("AWS::SecretsManager::Secret", "DatabaseUrl").at("/SecretString/Fn::Join/1");
    assertThat(parts.get(0).asText()).isEqualTo(RESOLVED_BY_CLOUDFORMATION);
    assertThat(parts.get(1).get("Ref").asText()).startsWith("DatabaseSecretAttachment");
    assertThat(parts.get(2).asText()).isEqualTo(":SecretString:password::}}@");
    assertThat(parts.get(3).at("/Fn::GetAtt/1").asText()).isEqualTo("Endpoint.Address");
    assertThat(parts.get(4).asText()).isEqualTo(":5432/devsync?sslmode=require");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void thePasswordNeedsNoEscapingInAUrl(StackTemplate stack) {
    var generator =
        stack.only("AWS::SecretsManager::Secret", "devsync").get("GenerateSecretString");
    assertThat(generator.get("ExcludeCharacters").asText())
        .contains("/", "@", ":", "?", "#", "%", "&", "+", " ");
    assertThat(generator.get("PasswordLength").asInt()).isGreaterThanOrEqualTo(30);
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theSigningKeyIsLongRandomAndSurvivesTheStack(StackTemplate stack) {
    var key =
        stack.root().get("Resources").get(stack.idOf("AWS::SecretsManager::Secret", "SigningKey"));
    assertThat(key.at("/Properties/GenerateSecretString/PasswordLength").asInt()).isEqualTo(64);
    assertThat(key.get("DeletionPolicy").asText()).isEqualTo("Retain");
  }

  @Test
  void gitHubIsConfiguredOnceItsSecretIsNamed() {
    var settings = Described.settingsWith("staging.githubSecretArn", GITHUB_SECRET);
    var staging = StackTemplate.of(DevSyncOnAws.describe(settings).staging());
    assertThat(secretVariables(staging))
        .contains(
            "GITHUB_CLIENT_ID",
            "GITHUB_CLIENT_SECRET",
            "GITHUB_WEBHOOK_SECRET",
            "TOKEN_ENCRYPTION_KEY");
    assertThat(staging.root().toString()).contains(GITHUB_SECRET + ":tokenEncryptionKey::");
    assertThat(staging.allowances())
        .filteredOn(allowance -> allowance.get("Action").toString().contains("GetSecretValue"))
        .singleElement()
        .matches(allowance -> allowance.get("Resource").toString().contains(GITHUB_SECRET));
  }

  private static Set<String> secretVariables(StackTemplate stack) {
    return names(stack, "Secrets");
  }

  private static Set<String> plainVariables(StackTemplate stack) {
    return names(stack, "Environment");
  }

  private static Set<String> names(StackTemplate stack, String kind) {
    var container = stack.only("AWS::ECS::TaskDefinition").at("/ContainerDefinitions/0");
    return StackTemplate.items(container.get(kind))
        .map(variable -> variable.get("Name").asText())
        .collect(Collectors.toSet());
  }
}

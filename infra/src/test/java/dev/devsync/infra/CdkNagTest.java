package dev.devsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.s3.Bucket;

class CdkNagTest {

  private static final Set<String> ACCEPTED =
      Set.of("CFR1", "CFR2", "ECS2", "IAM5", "RDS11", "S1", "SMG4");

  static Stream<Stack> stacks() {
    return Stream.of(
        Described.DEVSYNC.delivery(), Described.DEVSYNC.staging(), Described.DEVSYNC.production());
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void noStackBreaksARuleWithoutAnExplanation(Stack stack) {
    assertThat(findings(stack)).isEmpty();
  }

  @Test
  void aRuleThatIsBrokenWouldBeFound() {
    var settings = Described.settings();
    var delivery = DevSyncOnAws.describe(settings).delivery();
    Bucket.Builder.create(delivery, "Careless").build();
    assertThat(findings(delivery)).anyMatch(finding -> finding.contains("AwsSolutions-S10"));
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#stacks")
  void everyAcceptedFindingIsExplained(StackTemplate stack) {
    assertThat(accepted(stack))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.get("reason").asText()).hasSizeGreaterThan(40));
  }

  @Test
  void productionAcceptsNothingBeyondTheKnownFindings() {
    assertThat(rules(Described.PRODUCTION)).isEqualTo(ACCEPTED);
    assertThat(rules(Described.STAGING))
        .isEqualTo(Stream.concat(ACCEPTED.stream(), Stream.of("RDS3")).collect(Collectors.toSet()));
    assertThat(rules(Described.DELIVERY)).containsExactly("IAM5");
  }

  private static Set<String> rules(StackTemplate stack) {
    return accepted(stack).stream()
        .map(finding -> finding.get("id").asText().replace("AwsSolutions-", ""))
        .collect(Collectors.toSet());
  }

  private static List<JsonNode> accepted(StackTemplate stack) {
    return StackTemplate.items(stack.root().get("Resources"))
        .flatMap(
            resource -> StackTemplate.items(resource.at("/Metadata/cdk_nag/rules_to_suppress")))
        .toList();
  }

  private static List<String> findings(Stack stack) {
    var annotations = Annotations.fromStack(stack);
    var rules = Match.stringLikeRegexp("AwsSolutions-.*");
    return Stream.concat(
            annotations.findError("*", rules).stream(),
            annotations.findWarning("*", rules).stream())
        .map(finding -> finding.getId() + " " + finding.getEntry().getData())
        .toList();
  }
}

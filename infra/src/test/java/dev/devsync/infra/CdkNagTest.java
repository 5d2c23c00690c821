package dev.devsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

class CdkNagTest {

  private static final String ANY_RULE = "AwsSolutions-.*";

  static Stream<Stack> stacks() {
    return Stream.of(
        Described.DEVSYNC.delivery(), Described.DEVSYNC.staging(), Described.DEVSYNC.production());
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void noStackBreaksARuleWithoutAnExplanation(Stack stack) {
    var annotations = Annotations.fromStack(stack);
    var errors = annotations.findError("*", Match.stringLikeRegexp(ANY_RULE));
    var warnings = annotations.findWarning("*", Match.stringLikeRegexp(ANY_RULE));
    assertThat(errors)
        .extracting(finding -> finding.getId() + " " + finding.getEntry().getData())
        .isEmpty();
    assertThat(warnings)
        .extracting(finding -> finding.getId() + " " + finding.getEntry().getData())
        .isEmpty();
  }
}

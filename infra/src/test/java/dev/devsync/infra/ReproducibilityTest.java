package dev.devsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReproducibilityTest {

  @Test
  void theSameSettingsGiveTheSameTemplates() {
    var again = DevSyncOnAws.describe(Described.settings());
    assertThat(StackTemplate.of(again.delivery()).root()).isEqualTo(Described.DELIVERY.root());
    assertThat(StackTemplate.of(again.staging()).root()).isEqualTo(Described.STAGING.root());
    assertThat(StackTemplate.of(again.production()).root()).isEqualTo(Described.PRODUCTION.root());
  }

  @Test
  void nothingIsLookedUpInAnAccount() throws IOException {
    var assembly = Described.DEVSYNC.write();
    var manifest = new ObjectMapper().readTree(Path.of(assembly).resolve("manifest.json").toFile());
    assertThat(manifest.get("artifacts")).isNotEmpty();
    assertThat(manifest.path("missing")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#stacks")
  void noCodeRunsInsideTheAccountToBuildIt(StackTemplate stack) {
    assertThat(stack.types())
        .doesNotContain("AWS::Lambda::Function", "AWS::CloudFormation::CustomResource")
        .noneMatch(type -> type.startsWith("Custom::"));
  }

  @Test
  void everyStackRefusesToBeDeletedByMistake() {
    assertThat(
            List.of(
                Described.DEVSYNC.delivery(),
                Described.DEVSYNC.staging(),
                Described.DEVSYNC.production()))
        .allMatch(stack -> stack.getTerminationProtection());
  }
}

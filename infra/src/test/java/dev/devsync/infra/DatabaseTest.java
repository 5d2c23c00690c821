package dev.devsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseTest {

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void postgreSql16KeepsItsDataEncryptedAndResistsDeletion(StackTemplate stack) {
    var instance = instance(stack);
    assertThat(instance.get("Engine").asText()).isEqualTo("postgres");
    assertThat(instance.get("EngineVersion").asText()).isEqualTo("16");
    assertThat(instance.get("StorageEncrypted").asBoolean()).isTrue();
    assertThat(instance.get("DeletionProtection").asBoolean()).isTrue();
    assertThat(instance.get("DeleteAutomatedBackups").asBoolean(true)).isFalse();
    var id = stack.idOf("AWS::RDS::DBInstance", "Database");
    assertThat(stack.root().get("Resources").get(id).get("DeletionPolicy").asText())
        .isEqualTo("Snapshot");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void connectionsWithoutEncryptionAreRefused(StackTemplate stack) {
    var parameters = stack.only("AWS::RDS::DBParameterGroup");
    assertThat(parameters.at("/Parameters/rds.force_ssl").asText()).isEqualTo("1");
    assertThat(instance(stack).at("/DBParameterGroupName/Ref").asText())
        .isEqualTo(stack.idOf("AWS::RDS::DBParameterGroup", "DatabaseParameters"));
  }

  @Test
  void productionStandsInTwoZonesAndKeepsBackupsForAMonth() {
    assertThat(instance(Described.PRODUCTION).get("MultiAZ").asBoolean()).isTrue();
    assertThat(instance(Described.PRODUCTION).get("BackupRetentionPeriod").asInt()).isEqualTo(30);
  }

  @Test
  void stagingIsSmallAndKeepsBackupsForAWeek() {
    assertThat(instance(Described.STAGING).get("MultiAZ").asBoolean(true)).isFalse();
    assertThat(instance(Described.STAGING).get("BackupRetentionPeriod").asInt()).isEqualTo(7);
    assertThat(instance(Described.STAGING).get("DBInstanceClass").asText())
        .isEqualTo("db.t4g.micro");
  }

  private static JsonNode instance(StackTemplate stack) {
    return stack.only("AWS::RDS::DBInstance");
  }
}

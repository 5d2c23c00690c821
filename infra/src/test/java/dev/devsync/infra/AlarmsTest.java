package dev.devsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlarmsTest {

  private static final Map<String, JsonNode> ALARMS = alarms(Described.PRODUCTION);

  @ParameterizedTest
  @CsvSource({
    "ServerErrors, GreaterThanThreshold, 2, 5",
    "SlowResponses, GreaterThanThreshold, 1, 10",
    "NoHealthyTask, LessThanThreshold, 1, 2",
    "UnhealthyRestTargets, GreaterThanThreshold, 0, 3",
    "UnhealthySocketTargets, GreaterThanThreshold, 0, 3",
    "JobBacklog, GreaterThanThreshold, 500, 15",
    "ServerMemory, GreaterThanThreshold, 90, 10",
    "DatabaseStorage, LessThanThreshold, 10737418240, 5",
    "DatabaseProcessor, GreaterThanThreshold, 85, 15"
  })
  void anAlarmGoesOff(String name, String comparison, long threshold, int minutes) {
    var alarm = ALARMS.get(name);
    assertThat(alarm.get("ComparisonOperator").asText()).isEqualTo(comparison);
    assertThat(alarm.get("Threshold").asLong()).isEqualTo(threshold);
    assertThat(alarm.get("EvaluationPeriods").asInt()).isEqualTo(minutes);
    assertThat(period(alarm)).isEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void everyAlarmTellsPeopleWhenItStartsAndWhenItIsOver(StackTemplate stack) {
    var topic = stack.idOf("AWS::SNS::Topic", "Alarms");
    assertThat(alarms(stack)).hasSize(9);
    assertThat(alarms(stack).values())
        .allMatch(alarm -> alarm.at("/AlarmActions/0/Ref").asText().equals(topic))
        .allMatch(alarm -> alarm.at("/OKActions/0/Ref").asText().equals(topic))
        .allMatch(alarm -> alarm.get("AlarmDescription").asText().length() > 30);
    assertThat(stack.only("AWS::SNS::Subscription").get("Endpoint").asText())
        .isEqualTo("operations@example.org");
  }

  @Test
  void everyAlarmHasARunbookAndNamesIt() throws Exception {
    var runbooks = Files.readString(Path.of("../docs/operations/runbooks.md"));
    assertThat(ALARMS).isNotEmpty();
    ALARMS.forEach(
        (name, alarm) -> {
          assertThat(runbooks).containsPattern("(?m)^## (.*, )?" + name + "(,.*)?$");
          assertThat(alarm.get("AlarmDescription").asText())
              .endsWith("Runbook: docs/operations/runbooks.md, " + name + ".");
        });
  }

  @Test
  void failedRequestsCountThoseOfTheServerAndOfTheLoadBalancer() {
    assertThat(ALARMS.get("ServerErrors").get("Metrics").toString())
        .contains("HTTPCode_Target_5XX_Count", "HTTPCode_ELB_5XX_Count", "RequestCount");
  }

  @Test
  void responseTimesLeaveOutThePollingRequestsOfSockets() {
    var dimensions = ALARMS.get("SlowResponses").get("Dimensions").toString();
    assertThat(ALARMS.get("SlowResponses").get("ExtendedStatistic").asText()).isEqualTo("p99");
    assertThat(dimensions).contains("RestGroup").doesNotContain("SocketsGroup");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void overdueJobsAreReadFromTheServersLog(StackTemplate stack) {
    var filter = stack.only("AWS::Logs::MetricFilter");
    assertThat(filter.get("FilterPattern").asText()).isEqualTo("{ $.metric = \"job_backlog\" }");
    assertThat(filter.at("/LogGroupName/Ref").asText()).startsWith("ServerLog");
    var metric = filter.at("/MetricTransformations/0");
    assertThat(metric.get("MetricValue").asText()).isEqualTo("$.value");
    var alarm = alarms(stack).get("JobBacklog");
    assertThat(alarm.get("Namespace")).isEqualTo(metric.get("MetricNamespace"));
    assertThat(alarm.get("MetricName")).isEqualTo(metric.get("MetricName"));
  }

  @Test
  void silenceIsAnAlarmWhereItMeansTrouble() {
    assertThat(ALARMS.get("JobBacklog").get("TreatMissingData").asText()).isEqualTo("breaching");
    assertThat(ALARMS.get("NoHealthyTask").get("TreatMissingData").asText()).isEqualTo("breaching");
    assertThat(ALARMS.get("SlowResponses").get("TreatMissingData").asText())
        .isEqualTo("notBreaching");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void oneDashboardShowsRequestsTasksJobsDatabaseAndErrors(StackTemplate stack) {
    var dashboard = stack.only("AWS::CloudWatch::Dashboard");
    assertThat(dashboard.get("DashboardName").asText()).isEqualTo(stack.name());
    assertThat(dashboard.get("DashboardBody").toString())
        .contains(
            "RequestCount",
            "TargetResponseTime",
            "HealthyHostCount",
            "MemoryUtilization",
            "JobBacklog",
            "FreeStorageSpace",
            "DatabaseConnections",
            "Errors in the server's log");
  }

  private static int period(JsonNode alarm) {
    return alarm.has("Period")
        ? alarm.get("Period").asInt()
        : alarm.at("/Metrics/1/MetricStat/Period").asInt();
  }

  private static Map<String, JsonNode> alarms(StackTemplate stack) {
    return stack.properties("AWS::CloudWatch::Alarm").values().stream()
        .collect(
            Collectors.toMap(
                alarm -> alarm.get("AlarmName").asText().replace(stack.name() + "-", ""),
                alarm -> alarm));
  }
}

package dev.devsync.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest extends HttpTest {

  private static final String BODY =
      """
      {"report_type": "tasks", "date_range": "week", "summary": {"total": 3}, "details": [{"id": 1}]}""";

  private int saved(TestUser author, String type, String range) {
    return as(author, BODY.replace("tasks", type).replace("week", range))
        .post("/reports")
        .path("report.id");
  }

  private int count() {
    return jdbc.sql("SELECT count(*) FROM reports").query(Integer.class).single();
  }

  @Test
  void aSavedReportIsAnsweredUnderItsOldAndNewNames() {
    TestUser lead = given.aTeamLead();

    Response saved = as(lead, BODY).post("/reports");

    saved
        .then()
        .statusCode(201)
        .body("message", equalTo("Report saved successfully"))
        .body("report.user_id", equalTo(lead.id()))
        .body("report.type", equalTo("tasks"))
        .body("report.report_type", equalTo("tasks"))
        .body("report.dateRange", equalTo("week"))
        .body("report.date_range", equalTo("week"))
        .body("report.summary.total", equalTo(3))
        .body("report.details[0].id", equalTo(1))
        .body("report.size()", equalTo(10));
    Map<String, Object> report = saved.path("report");
    assertThat(report.get("generatedAt"))
        .isEqualTo(report.get("generated_at"))
        .asString()
        .endsWith("Z");
    as(lead)
        .get("/reports/" + report.get("id"))
        .then()
        .statusCode(200)
        .body("message", equalTo("Report retrieved successfully"))
        .body("report", equalTo(report));
  }

  @Test
  void savingIsAuditedAndAnnounced() {
    TestUser lead = given.aTeamLead();

    int id = saved(lead, "github", "year");

    assertThat(audited("report_created"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry)
                  .containsEntry("resource_type", "report")
                  .containsEntry("resource_id", "" + id);
              assertThat(entry).containsEntry("actor_user_id", lead.id());
              assertThat(entry.get("metadata").toString())
                  .contains("\"report_type\":\"github\"", "\"date_range\":\"year\"");
            });
    assertThat(events("report.created"))
        .singleElement()
        .extracting(event -> event.get("json"))
        .isEqualTo(
            "{\"report_id\":%d,\"report_type\":\"github\",\"date_range\":\"year\"}".formatted(id));
  }

  @Test
  void contentsComeBackAsTheyWereSent() {
    TestUser lead = given.aTeamLead();
    String summary =
        "{\"z\": 1.50, \"a\": 1e3, \"n\": 12345678901234567890.10, \"u\": \"\\u00e9\\u0000 é\"}";
    String details = "[ 1.0, null,\n {\"b\":{}, \"a\":[[]]} ]";
    String body =
        "{\"summary\": %s, \"details\": %s, \"extra\": 1, \"report_type\": \"github\", \"date_range\": \"month\"}"
            .formatted(summary, details);

    String saved = as(lead, body).post("/reports").then().statusCode(201).extract().asString();
    String listed = as(lead).get("/reports").then().statusCode(200).extract().asString();

    assertThat(saved).contains("\"summary\":" + summary, "\"details\":" + details);
    assertThat(listed).contains("\"summary\":" + summary, "\"details\":" + details);
  }

  @Test
  void reportsOfMegabytesAreKept() {
    TestUser lead = given.aTeamLead();
    String details = "[\"" + "x".repeat(9 * 1024 * 1024) + "\"]";

    as(lead, BODY.replace("[{\"id\": 1}]", details)).post("/reports").then().statusCode(201);

    List<List<String>> listed = as(lead).get("/reports").path("reports.details");
    assertThat(listed.getFirst().getFirst()).hasSize(9 * 1024 * 1024);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                                     | Missing required report_type field
          {"report_type": null, "date_range": "week", "summary": {}, "details": []}              | Missing required report_type field
          {"report_type": "nonsense", "summary": {}, "details": []}                              | Missing required date_range field
          {"report_type": "tasks", "date_range": "week", "details": []}                          | Missing required summary field
          {"report_type": "tasks", "date_range": "week", "summary": {}}                          | Missing required details field
          {"report_type": "bugs", "date_range": "decade", "summary": [], "details": {}}          | Invalid report_type. Must be one of: tasks, developers, github
          {"report_type": 7, "date_range": "week", "summary": {}, "details": []}                 | Invalid report_type. Must be one of: tasks, developers, github
          {"report_type": "tasks", "date_range": "decade", "summary": [], "details": {}}         | Invalid date_range. Must be one of: week, month, quarter, year
          {"report_type": "tasks", "date_range": [], "summary": {}, "details": []}               | Invalid date_range. Must be one of: week, month, quarter, year
          {"report_type": "tasks", "date_range": "week", "summary": [], "details": {}}           | Summary must be a JSON object
          {"report_type": "tasks", "date_range": "week", "summary": "{}", "details": []}         | Summary must be a JSON object
          {"report_type": "tasks", "date_range": "week", "summary": {}, "details": {}}           | Details must be a JSON array
          """)
  void badInputIsRefusedAndNothingSaved(String json, String message) {
    as(given.aTeamLead(), json)
        .post("/reports")
        .then()
        .statusCode(400)
        .body("message", equalTo(message));

    assertThat(count()).isZero();
    assertThat(audited("report_created")).isEmpty();
    assertThat(events("report.created")).isEmpty();
  }

  @Test
  void authorsAndAdminsDeleteReports() {
    TestUser lead = given.aTeamLead();
    TestUser admin = given.anAdmin();
    for (TestUser deleter : List.of(lead, admin)) {
      int id = saved(lead, "tasks", "week");
      as(deleter)
          .delete("/reports/" + id)
          .then()
          .statusCode(200)
          .body("", equalTo(Map.of("message", "Report deleted successfully")));
    }

    assertThat(count()).isZero();
    assertThat(audited("report_deleted"))
        .extracting(entry -> entry.get("actor_user_id"))
        .containsExactly(lead.id(), admin.id());
    assertThat(audited("report_deleted").getFirst().get("metadata").toString())
        .contains("\"report_type\":\"tasks\"", "\"date_range\":\"week\"");
    assertThat(events("report.deleted")).hasSize(2);
  }

  @Test
  void teamLeadsDeleteNobodyElsesReport() {
    int id = saved(given.anAdmin(), "tasks", "week");

    as(given.aTeamLead())
        .delete("/reports/" + id)
        .then()
        .statusCode(403)
        .body("message", equalTo("Unauthorized to delete this report"));

    assertThat(count()).isOne();
    assertThat(audited("report_deleted")).isEmpty();
  }

  @Test
  void aMissingReportIsNotFound() {
    TestUser lead = given.aTeamLead();

    as(lead)
        .get("/reports/1000")
        .then()
        .statusCode(404)
        .body("", equalTo(Map.of("message", "Report not found")));
    as(lead)
        .delete("/reports/1000")
        .then()
        .statusCode(404)
        .body("", equalTo(Map.of("message", "Report not found")));
  }

  @Test
  void developersAreRefused() {
    TestUser dev = given.aDeveloper();
    int id = saved(given.anAdmin(), "tasks", "week");

    for (Response refused :
        List.of(
            as(dev, BODY).post("/reports"),
            as(dev).get("/reports"),
            as(dev).get("/reports/" + id),
            as(dev).delete("/reports/" + id))) {
      refused
          .then()
          .statusCode(403)
          .body("", equalTo(Map.of("message", "Insufficient permissions")));
    }
    assertThat(count()).isOne();
  }
}

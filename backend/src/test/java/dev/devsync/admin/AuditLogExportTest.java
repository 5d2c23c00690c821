package dev.devsync.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogExportTest extends HttpTest {

  private static final String HEADER =
      "id,created_at,actor_user_id,actor_name,actor_role,action,resource_type,resource_id,ip,user_agent,metadata";

  private String export(TestUser reader, String query) {
    Response response = as(reader).get("/admin/audit-logs/export" + query);
    response.then().statusCode(200);
    return new String(response.asByteArray(), StandardCharsets.UTF_8);
  }

  private List<CSVRecord> records(String csv) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return format.parse(new StringReader(csv)).getRecords();
  }

  private void entry(Integer actor, String action, String agent, String metadata, String at) {
    jdbc.sql(
            "INSERT INTO audit_logs (actor_user_id, action, user_agent, metadata_info, created_at)"
                + " VALUES (?, ?, ?, ?::json, ?::timestamp)")
        .params(actor, action, agent, metadata, at)
        .update();
  }

  @Test
  void itIsAFileToKeep() {
    String today = clock.instant().toString().substring(0, 10);

    as(given.aTeamLead())
        .get("/admin/audit-logs/export")
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("text/csv;header=present;charset=utf-8"))
        .header(
            "Content-Disposition",
            equalTo("attachment; filename=\"audit-log-%s.csv\"".formatted(today)));
  }

  @Test
  void anEmptyLogIsOnlyTheHeader() {
    assertThat(export(given.aTeamLead(), "")).isEqualTo(HEADER + "\r\n");
  }

  @Test
  void everyEntryIsARowAndWhatNeedsQuotesHasThem() throws IOException {
    TestUser lead = given.aTeamLead();
    TestUser zoe = given.aDeveloper("Zoë \"Z\", Jr\nII");
    entry(zoe.id(), "user_login", "A, \"B\"", "{\"a\": \"x,y\"}", "2026-05-02 10:00:00.5");
    entry(null, "user_login_failed", null, null, "2026-05-01");

    String csv = export(lead, "");

    assertThat(csv).startsWith(HEADER + "\r\n").endsWith("\r\n").contains("\"A, \"\"B\"\"\"");
    List<CSVRecord> records = records(csv);
    assertThat(records).hasSize(2);
    assertThat(records.getFirst().toMap())
        .containsEntry("created_at", "2026-05-02T10:00:00.500Z")
        .containsEntry("actor_user_id", "" + zoe.id())
        .containsEntry("actor_name", zoe.name())
        .containsEntry("action", "user_login")
        .containsEntry("user_agent", "A, \"B\"")
        .containsEntry("metadata", "{\"a\": \"x,y\"}");
    assertThat(records.getLast().toMap())
        .containsEntry("actor_name", "")
        .containsEntry("metadata", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
  void cellsThatLookLikeFormulasAreText(String cell) throws IOException {
    entry(null, "user_login", cell, null, "2026-05-01");

    assertThat(records(export(given.aTeamLead(), "")).getFirst().get("user_agent"))
        .isEqualTo("'" + cell);
  }

  @Test
  void cellsThatOnlyContainSuchCharactersStayAsTheyAre() throws IOException {
    entry(null, "user_login", "a=1", null, "2026-05-01");

    assertThat(records(export(given.aTeamLead(), "")).getFirst().get("user_agent"))
        .isEqualTo("a=1");
  }

  @Test
  void theFiltersOfTheListApply() throws IOException {
    TestUser lead = given.aTeamLead();
    entry(lead.id(), "user_login", null, null, "2026-05-01");
    entry(lead.id(), "user_login", null, null, "2026-05-02");
    entry(lead.id(), "task_deleted", null, null, "2026-05-02");
    entry(null, "user_login", null, null, "2026-05-02");

    assertThat(
            records(
                export(
                    lead, "?action=LOGIN&actor=" + lead.id() + "&from=2026-05-02&to=2026-05-02")))
        .hasSize(1);
  }

  @Test
  void thousandsOfEntriesArriveCompleteWithTheSameStatements() throws IOException {
    TestUser lead = given.aTeamLead();
    int empty = statementsOf(() -> export(lead, ""));
    jdbc.sql("INSERT INTO audit_logs (action) SELECT 'entry' FROM generate_series(1, 5000)")
        .update();
    String[] csv = new String[1];
    int full = statementsOf(() -> csv[0] = export(lead, ""));

    assertThat(records(csv[0]))
        .hasSize(5_000)
        .extracting(row -> row.get("id"))
        .doesNotHaveDuplicates();
    assertThat(full).isEqualTo(empty);
  }

  @Test
  void aFailureIsAnErrorAndNoFile() {
    TestUser lead = given.aTeamLead();
    jdbc.sql("ALTER TABLE audit_logs RENAME COLUMN ip TO missing").update();
    try {
      Response failed = as(lead).get("/admin/audit-logs/export");
      failed
          .then()
          .statusCode(500)
          .contentType("application/json")
          .body("message", equalTo("Internal server error"));
      assertThat(failed.header("Content-Disposition")).isNull();
    } finally {
      jdbc.sql("ALTER TABLE audit_logs RENAME COLUMN missing TO ip").update();
    }
  }
}

package dev.devsync.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest extends HttpTest {

  private int entry(Integer actor, String action, String at) {
    return jdbc.sql(
            "INSERT INTO audit_logs (actor_user_id, action, created_at) VALUES (?, ?, ?::timestamp) RETURNING id")
        .params(actor, action, at)
        .query(Integer.class)
        .single();
  }

  private List<String> found(TestUser reader, String parameter, String value) {
    return as(reader)
        .queryParam(parameter, value)
        .get("/admin/audit-logs")
        .then()
        .statusCode(200)
        .extract()
        .path("logs.action");
  }

  @Test
  void entriesAreListedNewestFirstWithEverythingKnown() {
    TestUser lead = given.aTeamLead();
    int older = entry(null, "user_login_failed", "2026-05-01");
    int first = entry(lead.id(), "user_login", "2026-05-02");
    int second = entry(lead.id(), "user_logout", "2026-05-02");
    jdbc.sql(
            "UPDATE audit_logs SET actor_role = 'team_lead', resource_type = 'user', resource_id = '7',"
                + " ip = '10.0.0.1', user_agent = 'Browser', metadata_info = '{\"b\": 1, \"a\": [true]}' WHERE id = ?")
        .param(second)
        .update();

    as(lead)
        .get("/admin/audit-logs")
        .then()
        .statusCode(200)
        .body("logs.id", contains(second, first, older))
        .body("total", equalTo(3))
        .body("pages", equalTo(1))
        .body("current_page", equalTo(1))
        .body("logs[0].actor_user_id", equalTo(lead.id()))
        .body("logs[0].actor_name", equalTo(lead.name()))
        .body("logs[0].actor_role", equalTo("team_lead"))
        .body("logs[0].resource_type", equalTo("user"))
        .body("logs[0].resource_id", equalTo("7"))
        .body("logs[0].ip", equalTo("10.0.0.1"))
        .body("logs[0].user_agent", equalTo("Browser"))
        .body("logs[0].metadata", equalTo(Map.of("b", 1, "a", List.of(true))))
        .body("logs[0].created_at", equalTo("2026-05-02T00:00:00Z"))
        .body("logs[0].size()", equalTo(11))
        .body("logs[2].actor_user_id", nullValue())
        .body("logs[2].actor_name", nullValue())
        .body("logs[2].metadata", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"text\"", "[1]"})
  void metadataThatIsNoObjectReadsAsNone(String json) {
    int id = entry(null, "old", "2026-05-01");
    jdbc.sql("UPDATE audit_logs SET metadata_info = ?::json").param(json).update();

    as(given.anAdmin())
        .get("/admin/audit-logs/" + id)
        .then()
        .statusCode(200)
        .body("log.metadata", nullValue());
  }

  @Test
  void actionsAreFoundByAnyPartInAnyCase() {
    TestUser lead = given.aTeamLead();
    for (String action :
        List.of(
            "user_login",
            "user_login_failed",
            "task_deleted",
            "odd%name",
            "back\\slash",
            "userslogin")) {
      entry(null, action, "2026-05-01");
    }

    assertThat(found(lead, "action", "LOGIN"))
        .containsExactlyInAnyOrder("user_login", "user_login_failed", "userslogin");
    assertThat(found(lead, "action", "r_l"))
        .containsExactlyInAnyOrder("user_login", "user_login_failed");
    assertThat(found(lead, "action", "%")).containsExactly("odd%name");
    assertThat(found(lead, "action", "\\")).containsExactly("back\\slash");
    assertThat(found(lead, "action", "nothing")).isEmpty();
    assertThat(found(lead, "action", "")).hasSize(6);
  }

  @Test
  void actorsAreFoundByIdOrByAnyPartOfTheirName() {
    TestUser lead = given.aTeamLead();
    TestUser ann = given.aDeveloper("Ann Smith");
    TestUser joanna = given.aDeveloper("Joanna_50%");
    entry(ann.id(), "by ann", "2026-05-01");
    entry(joanna.id(), "by joanna", "2026-05-02");
    entry(null, "by nobody", "2026-05-03");

    assertThat(found(lead, "actor", "" + ann.id())).containsExactly("by ann");
    assertThat(found(lead, "actor", "0" + ann.id())).containsExactly("by ann");
    assertThat(found(lead, "actor", "ANN")).containsExactly("by joanna", "by ann");
    assertThat(found(lead, "actor", "a_5")).containsExactly("by joanna");
    assertThat(found(lead, "actor", "%")).containsExactly("by joanna");
    assertThat(found(lead, "actor", "-1")).isEmpty();
    assertThat(found(lead, "actor", "99999999999999999999999999")).isEmpty();
    assertThat(found(lead, "actor", "")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "from, 2026-05-02, third second",
    "from, 2026-05-02T12:00:00Z, third second",
    "from, 2026-05-02T12:00:01, third",
    "from, 2026-05-02T14:00:00+02:00, third second",
    "to, 2026-05-02, second first",
    "to, 2026-05-02T11:59, first",
    "to, 2026-05-02T12:00:00.000Z, second first",
    "from, '', third second first"
  })
  void timesAreBoundsThatBelongToTheRange(String bound, String value, String expected) {
    entry(null, "first", "2026-05-01 23:59:59.999999");
    entry(null, "second", "2026-05-02 12:00:00");
    entry(null, "third", "2026-05-03 00:00:00");

    assertThat(found(given.aTeamLead(), bound, value)).containsExactly(expected.split(" "));
  }

  @Test
  void filtersApplyTogether() {
    TestUser lead = given.aTeamLead();
    entry(lead.id(), "user_login", "2026-05-01");
    int wanted = entry(lead.id(), "user_login", "2026-05-02");
    entry(lead.id(), "user_logout", "2026-05-02");
    entry(null, "user_login", "2026-05-02");

    as(lead)
        .get("/admin/audit-logs?action=login&actor=lea&from=2026-05-02&to=2026-05-02")
        .then()
        .body("logs.id", contains(wanted))
        .body("total", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource({
    "from=yesterday, Invalid date filter",
    "to=2026-13-01, Invalid date filter",
    "from=2026-05-01&to=x, Invalid date filter",
    "action=%00, action is invalid",
    "actor=a%00, actor is invalid"
  })
  void filtersThatMakeNoSenseAreRefused(String query, String message) {
    TestUser lead = given.aTeamLead();
    for (String path : List.of("/admin/audit-logs?", "/admin/audit-logs/export?")) {
      as(lead)
          .urlEncodingEnabled(false)
          .get(path + query)
          .then()
          .statusCode(400)
          .contentType("application/json")
          .body("", equalTo(Map.of("message", message)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "page=2&per_page=2, 2, 2, 2",
    "page=3&per_page=2, 3, 1, 3",
    "page=4&per_page=2, 4, 0, 3",
    "page=-1&per_page=-1, 1, 5, 1",
    "page=one&per_page=ten, 1, 5, 1",
    "per_page=500, 1, 5, 1"
  })
  void listsArePaged(String query, int page, int rows, int pages) {
    for (int i = 1; i <= 5; i++) {
      entry(null, "entry", "2026-05-0" + i);
    }

    as(given.aTeamLead())
        .get("/admin/audit-logs?" + query)
        .then()
        .statusCode(200)
        .body("logs", hasSize(rows))
        .body("total", equalTo(5))
        .body("current_page", equalTo(page));
  }

  @Test
  void noMoreThanAHundredEntriesFillAPage() {
    manyEntries(150);

    as(given.aTeamLead())
        .get("/admin/audit-logs?per_page=500")
        .then()
        .body("logs", hasSize(100))
        .body("pages", equalTo(2));
  }

  @Test
  void anEmptyLogFillsNoPage() {
    as(given.aTeamLead())
        .get("/admin/audit-logs")
        .then()
        .body("logs", empty())
        .body("total", equalTo(0))
        .body("pages", equalTo(0));
  }

  @Test
  void theNumberOfStatementsDoesNotDependOnTheNumberOfRows() {
    TestUser lead = given.aTeamLead();
    manyEntries(1);
    String path = "/admin/audit-logs?per_page=100&action=e&actor=l";
    jdbc.sql("UPDATE audit_logs SET actor_user_id = ?").param(lead.id()).update();
    int withOne = statementsOf(() -> as(lead).get(path).then().body("logs", hasSize(1)));
    manyEntries(99);
    jdbc.sql("UPDATE audit_logs SET actor_user_id = ?").param(lead.id()).update();
    int withMany = statementsOf(() -> as(lead).get(path).then().body("logs", hasSize(100)));

    assertThat(withMany).isEqualTo(withOne);
  }

  private void manyEntries(int count) {
    jdbc.sql("INSERT INTO audit_logs (action) SELECT 'entry' FROM generate_series(1, ?)")
        .param(count)
        .update();
  }

  @Test
  void oneEntryIsShownInFull() {
    TestUser lead = given.aTeamLead();
    int id = entry(lead.id(), "user_login", "2026-05-02 10:00:00.5");

    as(lead)
        .get("/admin/audit-logs/" + id)
        .then()
        .statusCode(200)
        .body("log.id", equalTo(id))
        .body("log.action", equalTo("user_login"))
        .body("log.actor_name", equalTo(lead.name()))
        .body("log.created_at", equalTo("2026-05-02T10:00:00.500Z"))
        .body("log.size()", equalTo(11));
  }

  @Test
  void aMissingEntryIsNotFound() {
    as(given.aTeamLead())
        .get("/admin/audit-logs/1000")
        .then()
        .statusCode(404)
        .body("status", equalTo("error"))
        .body("message", equalTo("Resource not found"));
  }

  @Test
  void readingLeavesNoTrace() {
    TestUser lead = given.aTeamLead();
    as(lead).get("/admin/audit-logs");
    as(lead).get("/admin/audit-logs/export");

    assertThat(jdbc.sql("SELECT count(*) FROM audit_logs").query(Integer.class).single()).isZero();
  }

  @Test
  void developersAreRefused() {
    TestUser dev = given.aDeveloper();
    int id = entry(null, "user_login", "2026-05-02");
    for (Response refused :
        List.of(
            as(dev).get("/admin/audit-logs"),
            as(dev).get("/admin/audit-logs/" + id),
            as(dev).get("/admin/audit-logs/export"))) {
      refused
          .then()
          .statusCode(403)
          .body("", equalTo(Map.of("message", "Insufficient permissions")));
    }
  }
}

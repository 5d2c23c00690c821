package dev.devsync.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportListTest extends HttpTest {

  private static final String BODY =
      """
      {"report_type": "tasks", "date_range": "week", "summary": {"total": 3}, "details": [{"id": 1}]}""";

  private int saved(TestUser author, String type, String range) {
    return as(author, BODY.replace("tasks", type).replace("week", range))
        .post("/reports")
        .path("report.id");
  }

  @Test
  void managersSeeEverybodysReportsNewestFirst() {
    TestUser lead = given.aTeamLead();
    TestUser admin = given.anAdmin();
    int first = saved(lead, "tasks", "week");
    int second = saved(admin, "github", "month");
    int third = saved(lead, "developers", "week");
    jdbc.sql("UPDATE reports SET generated_at = '2026-01-01' WHERE id <> ?").param(first).update();

    as(lead)
        .get("/reports")
        .then()
        .statusCode(200)
        .body("message", equalTo("Reports retrieved successfully"))
        .body("reports.id", contains(first, third, second))
        .body("pagination", equalTo(Map.of("page", 1, "per_page", 50, "total", 3, "pages", 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "?type=tasks, 2",
    "?dateRange=month, 1",
    "?type=tasks&dateRange=week, 1",
    "?type=github&dateRange=week, 0",
    "?type=nonsense, 0",
    "?type=&dateRange=, 3"
  })
  void listsCanBeFiltered(String query, int found) {
    TestUser lead = given.aTeamLead();
    saved(lead, "tasks", "week");
    saved(lead, "tasks", "month");
    saved(lead, "github", "quarter");

    as(lead)
        .get("/reports" + query)
        .then()
        .body("reports", hasSize(found))
        .body("pagination.total", equalTo(found));
  }

  @ParameterizedTest
  @CsvSource({
    "?page=2&per_page=2, 2, 2, 1, 2",
    "?page=9&per_page=2, 9, 2, 0, 2",
    "?page=0&per_page=0, 1, 50, 3, 1",
    "?page=x&per_page=y, 1, 50, 3, 1",
    "?per_page=1000, 1, 100, 3, 1"
  })
  void listsArePaged(String query, int page, int perPage, int rows, int pages) {
    TestUser lead = given.aTeamLead();
    for (int i = 0; i < 3; i++) {
      saved(lead, "tasks", "week");
    }

    as(lead)
        .get("/reports" + query)
        .then()
        .statusCode(200)
        .body("reports", hasSize(rows))
        .body(
            "pagination",
            equalTo(Map.of("page", page, "per_page", perPage, "total", 3, "pages", pages)));
  }

  @Test
  void nothingSavedFillsNoPage() {
    as(given.aTeamLead())
        .get("/reports")
        .then()
        .body("reports", empty())
        .body("pagination.pages", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({"type", "dateRange"})
  void aFilterNoTextCanHoldIsRefused(String filter) {
    as(given.aTeamLead())
        .urlEncodingEnabled(false)
        .get("/reports?" + filter + "=%00")
        .then()
        .statusCode(400)
        .body("message", equalTo(filter + " is invalid"));
  }

  @Test
  void theNumberOfStatementsDoesNotDependOnTheNumberOfRows() {
    TestUser lead = given.aTeamLead();
    saved(lead, "tasks", "week");
    int withOne =
        statementsOf(
            () -> as(lead).get("/reports?per_page=100").then().body("reports", hasSize(1)));
    for (int i = 0; i < 99; i++) {
      saved(lead, "tasks", "week");
    }
    int withMany =
        statementsOf(
            () -> as(lead).get("/reports?per_page=100").then().body("reports", hasSize(100)));

    assertThat(withMany).isEqualTo(withOne);
  }
}

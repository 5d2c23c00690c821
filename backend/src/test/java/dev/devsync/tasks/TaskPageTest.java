package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskPageTest extends HttpTest {

  private TestUser lead;

  @BeforeEach
  void aLead() {
    lead = given.aTeamLead();
  }

  @ParameterizedTest
  @CsvSource({
    "page=1, 1, 50, 50, 5, 1",
    "page=5, 5, 50, 50, 5, 201",
    "page=6, 6, 50, 0, 5, 0",
    "page=1&per_page=20, 1, 20, 20, 13, 1",
    "page=2&per_page=200, 2, 200, 50, 2, 201",
    "page=1&per_page=1000, 1, 200, 200, 2, 1",
    "page=1&per_page=0, 1, 50, 50, 5, 1",
    "page=0&per_page=-1, 1, 50, 50, 5, 1",
    "page=abc&per_page=xyz, 1, 50, 50, 5, 1",
    "page=, 1, 50, 50, 5, 1",
    "page=2147483647&per_page=200, 2147483647, 200, 0, 2, 0",
    "page=99999999999, 1, 50, 50, 5, 1"
  })
  void pagesAreCutAsAskedForAndEchoed(
      String query, int page, int perPage, int size, int pages, int firstNumber) {
    jdbc.sql(
            "INSERT INTO tasks (title, status, created_by) SELECT 'Task ' || n, 'todo', ? FROM generate_series(1, 250) n")
        .param(lead.id())
        .update();

    List<String> titles =
        as(lead)
            .get("/tasks?" + query)
            .then()
            .statusCode(200)
            .body("tasks", hasSize(size))
            .body("pagination.page", equalTo(page))
            .body("pagination.per_page", equalTo(perPage))
            .body("pagination.total", equalTo(250))
            .body("pagination.pages", equalTo(pages))
            .extract()
            .path("tasks.title");
    if (size > 0) {
      assertThat(titles).startsWith("Task " + firstNumber);
    }
  }

  @Test
  void anEmptyListHasNoPages() {
    as(lead)
        .get("/tasks?page=1")
        .then()
        .body("tasks", empty())
        .body("pagination.total", equalTo(0))
        .body("pagination.pages", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({
    "id, 'alpha,Beta,gamma'",
    "-id, 'gamma,Beta,alpha'",
    "title, 'alpha,Beta,gamma'",
    "-title, 'gamma,Beta,alpha'",
    "status, 'gamma,alpha,Beta'",
    "-status, 'Beta,alpha,gamma'",
    "priority, 'Beta,gamma,alpha'",
    "-priority, 'alpha,gamma,Beta'",
    "progress, 'Beta,alpha,gamma'",
    "-progress, 'gamma,alpha,Beta'",
    "deadline, 'gamma,alpha,Beta'",
    "-deadline, 'alpha,gamma,Beta'",
    "created_at, 'gamma,alpha,Beta'",
    "-created_at, 'Beta,alpha,gamma'",
    "updated_at, 'alpha,gamma,Beta'",
    "-updated_at, 'Beta,gamma,alpha'",
    "assignee, 'gamma,alpha,Beta'",
    "-assignee, 'alpha,gamma,Beta'"
  })
  void pagesAndWholeListsAreSortedTheSameWay(String sort, String titles) {
    TestUser ann = given.aDeveloper("ann");
    TestUser bob = given.aDeveloper("Bob");
    TestProject project = given.aProject("Rocket", lead);
    given.aTask("alpha", lead).in(project).assignedTo(bob).withStatus("in_progress").withPriority("urgent")
        .set("progress", 50).due(Instant.parse("2026-02-02T00:00:00Z"))
        .set("created_at", at("2026-01-02")).set("updated_at", at("2026-01-02"));
    given.aTask("Beta", lead).in(project).withStatus("done").withPriority("low").set("progress", null)
        .set("created_at", at("2026-01-03")).set("updated_at", at("2026-01-04"));
    given.aTask("gamma", lead).in(project).assignedTo(ann).withStatus("backlog").set("priority", null)
        .set("progress", 90).due(Instant.parse("2026-02-01T00:00:00Z"))
        .set("created_at", at("2026-01-01")).set("updated_at", at("2026-01-03"));

    for (String path : List.of("/tasks?", "/tasks?page=1&", "/projects/" + project.id() + "/tasks?page=1&")) {
      List<String> sorted = as(lead).get(path + "sort=" + sort).path("tasks.title");
      assertThat(String.join(",", sorted)).as(path).isEqualTo(titles);
    }
  }

  @Test
  void tasksThatAreEqualInTheOrderStandByTheirIds() {
    List<Integer> ids = java.util.stream.IntStream.range(0, 5).mapToObj(n -> given.aTask("Same", lead).id()).toList();

    assertThat(as(lead).get("/tasks?page=1&sort=title").<List<Integer>>path("tasks.id")).isEqualTo(ids);
    assertThat(as(lead).get("/tasks?page=1&sort=-title").<List<Integer>>path("tasks.id")).isEqualTo(ids.reversed());
  }

  @Test
  void filtersNarrowPagesAndTheirTotals() {
    TestUser dave = given.aDeveloper("Dave");
    given.aTask("Repair the gateway", lead).assignedTo(dave);
    given.aTask("Paint the gateway", lead);
    given.aTask("Sweep", lead).assignedTo(dave);

    as(dave)
        .get("/tasks?page=1&q=gateway")
        .then()
        .body("tasks.title", equalTo(List.of("Repair the gateway")))
        .body("pagination.total", equalTo(1));
  }

  @Test
  void aPageTakesTheSameStatementsForOneTaskAndForAHundred() {
    TestUser dave = given.aDeveloper("Dave");
    given.aTask("Task", lead).assignedTo(dave);
    int forOne = statementsOf(() -> as(dave).get("/tasks?page=1").then().body("tasks", hasSize(1)));
    for (int n = 0; n < 99; n++) {
      given.aTask("Task " + n, lead).assignedTo(dave).in(given.aProject("Project " + n, lead));
    }

    assertThat(statementsOf(() -> as(dave).get("/tasks?page=1&per_page=100").then().body("tasks", hasSize(100))))
        .isEqualTo(forOne)
        .isLessThanOrEqualTo(4);
  }

  private static java.time.LocalDateTime at(String day) {
    return java.time.LocalDate.parse(day).atStartOfDay();
  }
}

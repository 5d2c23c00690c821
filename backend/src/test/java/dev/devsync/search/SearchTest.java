package dev.devsync.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest extends HttpTest {

  @Test
  void tasksProjectsAndPeopleAreFoundByAnyPartOfTheirTextsInAnyCase() {
    var lead = given.aTeamLead();
    var bob = given.aDeveloper("Bob Lighthouse");
    var project = given.aProject("House rebuild", lead);
    var titled = given.aTask("Paint the HOUSE", lead).in(project);
    var described =
        given.aTask("Call somebody", lead).set("description", "about the lighthouse keeper");
    given.aTask("Unrelated", lead);
    as(lead)
        .get("/search?q=house")
        .then()
        .statusCode(200)
        .body("tasks.id", contains(titled.id(), described.id()))
        .body("tasks[0].title", equalTo("Paint the HOUSE"))
        .body("tasks[0].status", equalTo("todo"))
        .body("tasks[0].project_id", equalTo(project.id()))
        .body("tasks[0].project_name", equalTo("House rebuild"))
        .body("tasks[1].project_id", nullValue())
        .body("projects.id", contains(project.id()))
        .body("projects[0].status", equalTo("active"))
        .body("people.id", contains(bob.id()))
        .body("people[0].email", equalTo(bob.email()))
        .body("people[0].role", equalTo("developer"));
  }

  @Test
  void developersFindOnlyWhatTheyMaySee() {
    var lead = given.aTeamLead();
    var dev = given.aDeveloper();
    var mine = given.aProject("Green house", lead).withMember(dev);
    given.aProject("Other house", lead);
    var assigned = given.aTask("house 1", lead).assignedTo(dev);
    var created = given.aTask("house 2", dev);
    var shared = given.aTask("house 3", lead).in(mine);
    var hidden = given.aTask("house 4", lead);
    as(dev)
        .get("/search?q=house")
        .then()
        .body("tasks.id", containsInAnyOrder(assigned.id(), created.id(), shared.id()))
        .body("projects.id", contains(mine.id()));
    as(dev).get("/search?q={id}", hidden.id()).then().body("tasks", empty());
  }

  @Test
  void aTaskIsFoundByItsNumberFirst() {
    var lead = given.aTeamLead();
    var wanted = given.aTask("Nothing special", lead);
    var mention = given.aTask("See " + wanted.id(), lead);
    as(lead)
        .get("/search?q={id}", wanted.id())
        .then()
        .body("tasks.id", contains(wanted.id(), mention.id()));
    as(lead)
        .get("/search?q={id}", "#" + wanted.id())
        .then()
        .body("tasks.id", contains(wanted.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"100%", "a_b", "back\\slash"})
  void signsOfPatternsStandForThemselves(String text) {
    var lead = given.aTeamLead();
    var exact = given.aTask("x " + text + " x", lead);
    given.aTask("x 1000 axb backslash x", lead);
    as(lead).get("/search?q={q}", text).then().body("tasks.id", contains(exact.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "%00"})
  void nothingIsFoundByNothing(String text) {
    var lead = given.aTeamLead();
    given.aTask("Something", lead);
    as(lead)
        .urlEncodingEnabled(false)
        .get("/search?q=" + text.replace(" ", "%20"))
        .then()
        .statusCode(200)
        .body("tasks", empty())
        .body("projects", empty())
        .body("people", empty());
    as(lead).get("/search").then().statusCode(200).body("tasks", empty());
  }

  @Test
  void tenOfAKindAreEnoughAndTakeTheSameStatementsAsOne() {
    var lead = given.aTeamLead();
    given.aTask("house", lead);
    int one = statementsOf(() -> as(lead).get("/search?q=house").then().statusCode(200));
    jdbc.sql(
            "INSERT INTO tasks (title, status, created_by) VALUES "
                + IntStream.range(0, 100)
                    .mapToObj(n -> "('house %d', 'todo', %d)".formatted(n, lead.id()))
                    .collect(Collectors.joining(",")))
        .update();
    int hundred =
        statementsOf(() -> as(lead).get("/search?q=house").then().body("tasks", hasSize(10)));
    assertThat(hundred).isEqualTo(one);
  }

  @Test
  void searchingNeedsASession() {
    anonymous().get("/search?q=house").then().statusCode(401);
  }
}

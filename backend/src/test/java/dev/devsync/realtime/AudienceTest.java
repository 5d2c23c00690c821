package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.platform.access.Actor;
import dev.devsync.projects.ProjectRemoval;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who hears of a task without a project, and of what retention deletes, without joining a room. */
class AudienceTest extends LiveTest {

  private static final Set<String> KINDS = Set.of("update_type", "event_type");

  @Autowired private ProjectRemoval removal;
  private TestUser lead;
  private TestUser carl;
  private TestUser nora;
  private TestUser olga;
  private TestTask loose;
  private int comment;
  private LiveClient creator;
  private LiveClient assignee;
  private LiveClient outsider;

  @BeforeEach
  void watch() {
    lead = given.aTeamLead();
    carl = given.aDeveloper("Carl");
    nora = given.aDeveloper("Nora");
    olga = given.aDeveloper("Olga");
    loose = given.aTask("Loose", carl).assignedTo(nora);
    comment = given.aComment("hello", loose, lead);
    creator = quiet(carl);
    assignee = quiet(nora);
    outsider = quiet(olga);
  }

  private LiveClient quiet(TestUser user) {
    LiveClient tab = tabOf(user);
    settle(user, tab);
    tab.clear();
    return tab;
  }

  /** All that was told of changes; whom a change also notifies is tested elsewhere. */
  private Set<String> heard(TestUser user, LiveClient tab) {
    settle(user, tab);
    return tab.heard().stream()
        .filter(event -> !event.name().startsWith("notification"))
        .map(
            event ->
                Stream.concat(
                        Stream.of(event.name()),
                        KINDS.stream().filter(event.payload()::has).map(event.payload()::optString))
                    .collect(Collectors.joining("/")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUT /tasks/$task {"title":"Looser"}              | task_updated/updated dashboard_updated/task_updated
          PUT /tasks/$task {"status":"completed"}          | task_updated/completed dashboard_updated/task_updated
          PATCH /tasks/bulk {"ids":[$task],"priority":"urgent"} | task_updated/updated dashboard_updated/task_updated
          DELETE /tasks/$task                              | task_updated/deleted dashboard_updated/task_deleted
          POST /tasks/$task/comments {"content":"hi"}      | new_comment
          PUT /comments/$comment {"content":"changed"}     | comment_updated
          DELETE /comments/$comment                        | comment_deleted
          """)
  void whatHappensToATaskWithoutAProjectReachesItsCreatorAndItsAssignee(
      String request, String expected) {
    carryOut(request);

    Set<String> words = new TreeSet<>(Set.of(expected.split(" ")));
    assertThat(heard(carl, creator)).isEqualTo(words);
    assertThat(heard(nora, assignee)).isEqualTo(words);
    assertThat(heard(olga, outsider)).isEmpty();
  }

  private void carryOut(String request) {
    String[] parts =
        request
            .replace("$task", Integer.toString(loose.id()))
            .replace("$comment", Integer.toString(comment))
            .split(" ", 3);
    RequestSpecification sent = parts.length > 2 ? as(lead, parts[2]) : as(lead);
    assertThat(sent.request(parts[0], parts[1]).statusCode()).isBetween(200, 204);
  }

  @Test
  void whatRetentionDeletesIsToldToMembersAndInTheRoomAndToNobodyElse() throws Exception {
    TestProject old = given.aProject("Mercury", lead).withMember(nora);
    old.withStatus("completed");
    assignee.join("project", old.id());

    assertThat(removal.deleteExpired(old.id(), Instant.now().plusSeconds(60), Actor.SYSTEM))
        .isTrue();

    assertThat(heard(nora, assignee))
        .contains("project_update/deleted", "dashboard_updated/project_deleted");
    assertThat(heard(carl, creator)).isEmpty();
    assertThat(heard(olga, outsider)).isEmpty();
  }
}

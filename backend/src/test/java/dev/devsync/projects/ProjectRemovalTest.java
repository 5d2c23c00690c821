package dev.devsync.projects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.time.Instants;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProjectRemovalTest extends HttpTest {

  @Autowired private ProjectRemoval removal;

  private TestUser lead;
  private TestProject project;

  @BeforeEach
  void aCompletedProject() {
    lead = given.aTeamLead();
    project = given.aProject("Finished", lead).withStatus("completed");
  }

  @Test
  void onlyCompletedProjectsThatHaveNotChangedSinceAreExpired() {
    given.aProject("Going on", lead);
    clock.advance(Duration.ofDays(31));

    assertThat(removal.completedBefore(clock.instant().minus(Duration.ofDays(30))))
        .containsExactly(project.id());
    assertThat(removal.completedBefore(clock.instant().minus(Duration.ofDays(32)))).isEmpty();
  }

  @Test
  void anExpiredProjectGoesWithEverythingThatHangsOnIt() {
    TestTask task = given.aTask("Old task", lead).in(project);
    TestTask other = given.aTask("Another task", lead);
    given.aComment("A word", task, lead);
    aNotificationAbout(task);
    aNotificationAbout(other);
    jdbc.sql("INSERT INTO task_github_links (task_id, repo_id, issue_number) VALUES (?, ?, 1)")
        .params(task.id(), given.aRepository("devsync/old"))
        .update();

    assertThat(removal.deleteExpired(project.id(), later(), Actor.SYSTEM)).isTrue();

    assertThat(count("projects")).isZero();
    assertThat(count("comments")).isZero();
    assertThat(count("task_github_links")).isZero();
    assertThat(jdbc.sql("SELECT id FROM tasks").query(Integer.class).list())
        .containsExactly(other.id());
    assertThat(jdbc.sql("SELECT task_id FROM notifications").query(Integer.class).list())
        .containsExactly(other.id());
  }

  @Test
  void theDeletionIsRecordedAsRetentions() {
    project.withMember(lead);

    removal.deleteExpired(project.id(), later(), Actor.SYSTEM);

    assertThat(audited("project_deleted").getFirst())
        .containsEntry("actor_user_id", null)
        .hasEntrySatisfying(
            "metadata", json -> assertThat(json.toString()).contains("\"reason\":\"retention\""));
    assertThat(events("project.deleted").getFirst().get("json").toString())
        .contains("\"by_retention\":true", "\"members\":[" + lead.id() + "]");
  }

  @Test
  void aProjectThatWasReopenedOrIsGoneStays() {
    project.withStatus("active");

    assertThat(removal.deleteExpired(project.id(), later(), Actor.SYSTEM)).isFalse();
    assertThat(removal.deleteExpired(project.id() + 1, later(), Actor.SYSTEM)).isFalse();

    assertThat(count("projects")).isOne();
    assertThat(audited("project_deleted")).isEmpty();
  }

  @Test
  void aProjectThatWasChangedInTheMeantimeStays() {
    Instant cutoff = clock.instant();
    clock.advance(Duration.ofMinutes(1));
    jdbc.sql("UPDATE projects SET updated_at = ?").param(Instants.column(clock.instant())).update();

    assertThat(removal.deleteExpired(project.id(), cutoff, Actor.SYSTEM)).isFalse();

    assertThat(count("projects")).isOne();
  }

  private Instant later() {
    return clock.instant().plus(Duration.ofDays(1));
  }

  private void aNotificationAbout(TestTask task) {
    jdbc.sql(
            "INSERT INTO notifications (user_id, notification_type, title, message, task_id)"
                + " VALUES (?, 'general', 'Hello', 'Hello', ?)")
        .params(lead.id(), task.id())
        .update();
  }

  private int count(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
  }
}

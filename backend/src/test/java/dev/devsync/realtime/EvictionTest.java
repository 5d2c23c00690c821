package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.access.Role;
import dev.devsync.projects.ProjectRemoval;
import dev.devsync.realtime.engine.SocketEncoder;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who loses a right leaves the rooms it opened. */
class EvictionTest extends LiveTest {

  @Autowired private ProjectRemoval removal;
  @Autowired private LiveSessions sessions;
  @Autowired private PresenceRepository presence;
  @Autowired private TransactionTemplate transaction;
  @Autowired private RealtimeRepository repository;
  @Autowired private MembershipRepository memberships;
  @Autowired private Presence viewers;
  @Autowired private Evictions evictions;
  @Autowired private CatchUp catchUp;
  @Autowired private SocketEncoder encoder;
  private TestUser lead;
  private TestUser founder;
  private TestProject project;
  private TestTask task;
  private LiveClient tab;

  @BeforeEach
  void look() throws Exception {
    lead = given.aTeamLead();
    founder = given.aDeveloper("Fay");
    project = given.aProject("Apollo", founder);
    task = given.aTask("Land", lead).in(project);
    tab = tabOf(founder);
    tab.join("task", task.id());
  }

  @Test
  void theFounderOfADeletedProjectHearsNoMoreOfItsTasks() {
    as(lead).delete("/projects/" + project.id()).then().statusCode(204);
    as(lead, "{\"title\":\"Not for Fay\"}").put("/tasks/" + task.id()).then().statusCode(200);
    settle(founder, tab);

    assertThat(tab.heard("task_updated")).isEmpty();
  }

  @Test
  void aTaskThatGoesWithItsProjectIsLeftByEverybody() throws Exception {
    LiveClient manager = tabOf(lead);
    manager.join("task", task.id());
    project.withStatus("completed");

    removal.deleteExpired(project.id(), Instant.now().plusSeconds(60), Actor.SYSTEM);

    await().atMost(Duration.ofSeconds(10)).until(() -> sessions.in(Room.task(task.id())).isEmpty());
  }

  @Test
  void whatIsStillToBeRecordedOfSomebodysLeavingHoldsNobodyUp() {
    transaction.executeWithoutResult(
        status -> {
          presence.lock(Room.task(task.id()));
          as(lead).delete("/projects/" + project.id()).then().statusCode(204);

          settle(founder, tab);
        });

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> presence.viewers(Room.task(task.id())).isEmpty());
  }

  @Test
  void rightsThatRemainAreKept() throws Exception {
    TestTask own = given.aTask("Own", lead).in(project).assignedTo(founder);
    tab.join("task", own.id());

    as(lead).delete("/projects/" + project.id()).then().statusCode(204);
    as(lead, "{\"title\":\"Still there\"}").put("/tasks/" + own.id()).then().statusCode(200);

    JSONObject event = tab.awaitEvent("task_updated", "task_id", own.id());
    assertThat(event.getJSONObject("task").getString("title")).isEqualTo("Still there");
    assertThat(sessions.in(Room.task(own.id()))).hasSize(1);
  }

  /** Counts how often all are looked at. */
  private final class CountingRights extends RoomRights {

    private int times;

    CountingRights() {
      super(repository, memberships);
    }

    @Override
    List<Membership> lost(Collection<Membership> all) {
      times++;
      return super.lost(all);
    }
  }

  private static OutboxEvent event(String type, Map<String, ?> payload) {
    JsonNode json = new JsonMapper().valueToTree(payload);
    return new OutboxEvent(new Position(1, 1), type, null, null, null, json, Instant.EPOCH);
  }

  @Test
  void howeverManyProjectsGoTogetherAllAreLookedAtOnce() {
    CountingRights rights = new CountingRights();
    Evictions evictions = new Evictions(sessions, rights, viewers);

    for (int id = 1; id <= 50; id++) {
      OutboxEvent deleted =
          event("project.deleted", Map.of("project", Map.of("id", 1_000_000 + id)));
      evictions.before(deleted, List.of());
      evictions.after(deleted);
    }
    assertThat(rights.times).isZero();
    evictions.settle();
    evictions.settle();

    assertThat(rights.times).isEqualTo(1);
    assertThat(sessions.in(Room.task(task.id()))).hasSize(1);
  }

  @Test
  void beforeAnythingIsToldOfATaskThoseWhoLostTheRightAreOut() {
    CountingRights rights = new CountingRights();
    Evictions evictions = new Evictions(sessions, rights, viewers);
    Room room = Room.task(task.id());
    jdbc.sql("DELETE FROM projects").update();
    evictions.after(event("project.deleted", Map.of("project", Map.of("id", project.id()))));

    LiveEvent next =
        new LiveEvent(new Position(1, 2), Set.of(room), encoder.event("task_updated", Map.of()));
    evictions.before(event("task.updated", Map.of()), List.of(next));

    assertThat(sessions.in(room)).isEmpty();
  }

  @Test
  void aRoleThatChangesWhileASocketIsLetInIsHeeded() {
    TestUser dave = given.aDeveloper("Dave");
    tabOf(dave);
    LiveSession session = sessions.of(dave.id()).iterator().next();
    session.rooms().forEach(room -> sessions.leave(session, room));

    // Its rooms were chosen, it is not yet in them.
    Set<Room> wanted = session.personalRooms();
    evictions.changeRole(dave.id(), Role.TEAM_LEAD);
    catchUp.enter(session, wanted);
    assertThat(session.rooms()).contains(Room.user(dave.id()), Room.MANAGERS);

    wanted = session.personalRooms();
    evictions.changeRole(dave.id(), Role.DEVELOPER);
    catchUp.enter(session, wanted);
    assertThat(session.rooms()).contains(Room.user(dave.id())).doesNotContain(Room.MANAGERS);
  }

  @Test
  void aSocketThatIsGoneIsNotPutIntoRoomsAgain() {
    TestUser dave = given.aDeveloper("Dave");
    LiveClient gone = tabOf(dave);
    LiveSession session = sessions.of(dave.id()).iterator().next();
    gone.close();
    await().atMost(Duration.ofSeconds(10)).until(() -> sessions.of(dave.id()).isEmpty());

    sessions.join(session, Set.of(Room.MANAGERS));
    session.release();

    assertThat(sessions.in(Room.MANAGERS)).doesNotContain(session);
  }
}

package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is recorded about who is there follows the sockets, whatever became of the records. */
class PresenceCheckTest extends LiveTest {

  @Autowired private PresenceCheck check;
  @Autowired private Presence presence;
  private TestUser lead;
  private TestUser dave;
  private TestProject project;
  private LiveClient tab;

  @BeforeEach
  void look() throws Exception {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    project = given.aProject("Apollo", lead).withMember(dave);
    tab = tabOf(dave);
    tab.join("project", project.id());
  }

  @AfterEach
  void leave() {
    tab.close();
  }

  private List<Integer> present() throws Exception {
    JSONArray users =
        tab.emit("get_presence", new JSONObject().put("project_id", project.id()))
            .getJSONArray("users");
    return IntStream.range(0, users.length())
        .mapToObj(place -> users.optJSONObject(place).optInt("id"))
        .toList();
  }

  @Test
  void recordsThatWereLostWithTheDatabaseComeBack() throws Exception {
    jdbc.sql("TRUNCATE ops.presence, ops.instances").update();

    check.check();

    assertThat(present()).containsExactly(dave.id());
  }

  @Test
  void aRecordThatWasLeftBehindGoesAndTheRoomIsTold() throws Exception {
    jdbc.sql(
            "INSERT INTO ops.presence (room, socket, user_id, instance, joined_at) SELECT room,"
                + " 'long gone', :user, instance, joined_at FROM ops.presence WHERE room = :room")
        .param("user", lead.id())
        .param("room", Room.project(project.id()).wireName())
        .update();
    assertThat(present()).contains(lead.id());

    check.check();

    JSONObject update = tab.awaitEvent("presence_update", "event", "leave");
    assertThat(update.getJSONObject("user").getInt("id")).isEqualTo(lead.id());
    assertThat(present()).containsExactly(dave.id());
  }

  /** Lets another instance say that somebody is there, and be seen last so long ago. */
  private void isPresentElsewhere(TestUser somebody, int secondsAgo) {
    jdbc.sql(
            "WITH other AS (INSERT INTO ops.instances (id, seen_at) VALUES (gen_random_uuid(), now()"
                + " AT TIME ZONE 'utc' - make_interval(secs => :ago)) RETURNING id) INSERT INTO"
                + " ops.presence (room, socket, user_id, instance, joined_at) SELECT :room,"
                + " 'elsewhere', :user, id, now() AT TIME ZONE 'utc' FROM other")
        .param("ago", secondsAgo)
        .param("user", somebody.id())
        .param("room", Room.project(project.id()).wireName())
        .update();
  }

  @ParameterizedTest
  @ValueSource(longs = {-30, 30})
  void aWrongClockMakesNoInstanceLookDead(long minutes) throws Exception {
    isPresentElsewhere(lead, 20);
    clock.advance(Duration.ofMinutes(minutes));

    presence.keepAlive();

    assertThat(present()).containsExactlyInAnyOrder(dave.id(), lead.id());
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM ops.instances WHERE abs(extract(epoch FROM now() AT TIME"
                        + " ZONE 'utc' - seen_at)) > 45")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {-30, 30})
  void aWrongClockKeepsNoDeadInstanceAlive(long minutes) throws Exception {
    isPresentElsewhere(lead, 46);
    assertThat(present()).contains(lead.id());
    clock.advance(Duration.ofMinutes(minutes));

    presence.keepAlive();

    JSONObject update = tab.awaitEvent("presence_update", "event", "leave");
    assertThat(update.getJSONObject("user").getInt("id")).isEqualTo(lead.id());
    assertThat(present()).containsExactly(dave.id());
  }

  @Test
  void programsAreStillNotPresentAnywhere() throws Exception {
    try (StreamClient program =
        StreamClient.open(port, Map.of("Authorization", "Bearer " + lead.token()))) {
      program.ask("subscribe", Map.of("projects", List.of(project.id())));

      check.check();

      assertThat(present()).containsExactly(dave.id());
    }
  }
}

package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest extends LiveTest {

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket"})
  void aGoodTokenIsLetInAndRegisterIsAcknowledged(String transport) throws Exception {
    TestUser dave = given.aDeveloper("Dave");
    LiveClient tab = open(Map.of("token", dave.token()), transport).connected();
    assertThat(tab.emit("register", new JSONObject()).getString("message"))
        .isEqualTo("Registered successfully");
    assertThat(tab.emit("register", null).getString("status")).isEqualTo("success");
    assertThat(tab.emit("heartbeat", new JSONObject()).getInt("ttl_seconds")).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "access_token", "Authorization", "authorization"})
  void theTokenMayStandInSeveralPlacesWithOrWithoutBearer(String place) {
    TestUser dave = given.aDeveloper("Dave");
    open(Map.of(place, dave.token()), "websocket").connected();
    open(Map.of(place, "Bearer " + dave.token()), "websocket").connected();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rubbish", "Bearer rubbish"})
  void nobodyElseIsLetIn(String token) throws Exception {
    assertThat(open(Map.of("token", token), "websocket").refused())
        .contains("Connection rejected by server");
  }

  @Test
  void endedSessionsAndDeletedUsersAreRefused() throws Exception {
    TestUser dave = given.aDeveloper("Dave");
    as(dave).post("/auth/logout").then().statusCode(200);
    assertThat(open(Map.of("token", dave.token()), "websocket").refused()).contains("rejected");
  }

  @Test
  void signingOutEndsTheSocketsOfThatSessionOnly() {
    TestUser dave = given.aDeveloper("Dave");
    String other = given.token(dave.id(), dave.role(), given.aSession(dave.id()));
    LiveClient here = tabOf(dave);
    LiveClient there = open(Map.of("token", other), "websocket").connected();
    as(dave).post("/auth/logout").then().statusCode(200);
    await().atMost(Duration.ofSeconds(10)).until(() -> !here.isConnected());
    assertThat(there.isConnected()).isTrue();
  }

  @Test
  void deletingAUserEndsTheirSockets() {
    TestUser dave = given.aDeveloper("Dave");
    LiveClient tab = tabOf(dave);
    as(given.anAdmin()).delete("/users/" + dave.id()).then().statusCode(200);
    await().atMost(Duration.ofSeconds(10)).until(() -> !tab.isConnected());
  }

  @Test
  void anExpiredTokenIsGoodWhileTheUserKeepsRefreshing() {
    TestUser dave = given.aDeveloper("Dave");
    LiveClient tab = tabOf(dave);
    clock.advance(Duration.ofMinutes(61));
    jdbc.sql("UPDATE ops.sessions SET access_expires_at = access_expires_at + interval '2 hours'")
        .update();
    assertThat(tab.emit("heartbeat", new JSONObject()).optString("status")).isEqualTo("success");
    clock.advance(Duration.ofHours(3));
    try {
      tab.emit("heartbeat", new JSONObject());
    } catch (RuntimeException unanswered) {
      assertThat(tab.isConnected()).isFalse();
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> !tab.isConnected());
  }

  @ParameterizedTest
  @ValueSource(strings = {"join_project", "register", "task_update", "nonsense"})
  void payloadsThatAreNoObjectsAreRefused(String event) throws Exception {
    LiveClient tab = tabOf(given.aDeveloper("Dave"));
    assertThat(tab.emit(event, "text").getString("message")).isEqualTo("Invalid payload");
    assertThat(tab.isConnected()).isTrue();
  }

  @Test
  void unknownEventsAreAnswered() throws Exception {
    LiveClient tab = tabOf(given.aDeveloper("Dave"));
    assertThat(tab.emit("nonsense", new JSONObject()).getString("message"))
        .isEqualTo("Unknown event");
  }
}

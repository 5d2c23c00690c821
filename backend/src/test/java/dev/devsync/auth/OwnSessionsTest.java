package dev.devsync.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OwnSessionsTest extends HttpTest {

  @Autowired private SessionRepository sessions;

  @Test
  void everybodySeesWhereTheyAreSignedIn() {
    TestUser dave = given.aDeveloper("Dave");
    UUID other = given.aSession(dave.id());
    given.aDeveloper("Eve");
    as(dave)
        .get("/auth/sessions")
        .then()
        .statusCode(200)
        .body("sessions", hasSize(2))
        .body("sessions.findAll { it.current }.id", contains(dave.session().toString()))
        .body("sessions.findAll { !it.current }.id", contains(other.toString()));
  }

  @Test
  void oneSessionCanBeEnded() {
    TestUser dave = given.aDeveloper("Dave");
    UUID other = given.aSession(dave.id());
    String otherToken = given.token(dave.id(), dave.role(), other);
    as(dave)
        .delete("/auth/sessions/" + other)
        .then()
        .statusCode(200)
        .body("message", equalTo("Session ended"));
    anonymous()
        .header("Authorization", "Bearer " + otherToken)
        .get("/auth/me")
        .then()
        .statusCode(401);
    as(dave).get("/auth/me").then().statusCode(200);
    as(dave).delete("/auth/sessions/" + other).then().statusCode(404);
  }

  @Test
  void sessionsOfOthersDoNotExist() {
    TestUser dave = given.aDeveloper("Dave");
    TestUser eve = given.aDeveloper("Eve");
    as(dave).delete("/auth/sessions/" + eve.session()).then().statusCode(404);
    as(dave).delete("/auth/sessions/nonsense").then().statusCode(404);
    as(eve).get("/auth/me").then().statusCode(200);
  }

  @Test
  void allOthersCanBeEndedAtOnce() {
    TestUser dave = given.aDeveloper("Dave");
    given.aSession(dave.id());
    given.aSession(dave.id());
    as(dave).delete("/auth/sessions").then().statusCode(200).body("ended", equalTo(2));
    as(dave).get("/auth/sessions").then().body("sessions", hasSize(1));
  }

  @Test
  void sessionsThatAreLongOverAreForgotten() {
    TestUser dave = given.aDeveloper("Dave");
    given.aSession(dave.id());
    as(dave).delete("/auth/sessions").then().statusCode(200);
    assertThat(sessions.deleteOver(clock.instant().minusSeconds(60))).isZero();
    assertThat(sessions.deleteOver(clock.instant().plusSeconds(60))).isOne();
    as(dave).get("/auth/me").then().statusCode(200);
  }
}

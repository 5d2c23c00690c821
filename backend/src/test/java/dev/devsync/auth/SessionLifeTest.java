package dev.devsync.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.Given;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionLifeTest extends HttpTest {

  private TestUser dave;
  private String access;
  private String refresh;

  @BeforeEach
  void signIn() {
    dave = given.aDeveloper("Dave");
    Response answer =
        anonymous("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(dave.email(), Given.PASSWORD))
            .post("/auth/login");
    access = answer.path("user.token");
    refresh = answer.cookie("refresh_token_cookie");
  }

  private Response refreshWith(String token) {
    return anonymous().cookie("refresh_token_cookie", token).post("/auth/refresh");
  }

  private Response me(String token) {
    return anonymous().header("Authorization", "Bearer " + token).get("/auth/me");
  }

  private static String rotated(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.cookie("refresh_token_cookie");
  }

  @Test
  void refreshingGivesNewTokensOfTheSameSession() {
    Response answer = refreshWith(refresh);
    String successor = rotated(answer);
    assertThat(answer.<String>path("message")).isEqualTo("Token refreshed successfully");
    assertThat(answer.<String>path("access_token")).isEqualTo(answer.path("token"));
    assertThat(successor).isNotEqualTo(refresh);
    assertThat(Tokens.claims(successor))
        .containsEntry("sid", Tokens.claims(refresh).get("sid"))
        .containsEntry("exp", Tokens.claims(refresh).get("exp"));
    assertThat(me(answer.path("token")).statusCode()).isEqualTo(200);
  }

  @Test
  void theBearerHeaderServesAsWell() {
    anonymous()
        .header("Authorization", "Bearer " + refresh)
        .post("/auth/refresh")
        .then()
        .statusCode(200);
  }

  @Test
  void parallelRefreshesWithinAMinuteAllSucceedWithOneSuccessor() {
    String first = rotated(refreshWith(refresh));
    clock.advance(Duration.ofSeconds(59));
    assertThat(rotated(refreshWith(refresh))).isEqualTo(first);
  }

  @Test
  void aLostAnswerSignsNobodyOutHoweverLate() {
    String lost = rotated(refreshWith(refresh));
    clock.advance(Duration.ofDays(2));
    assertThat(rotated(refreshWith(refresh))).isEqualTo(lost);
    assertThat(refreshWith(lost).statusCode()).isEqualTo(200);
  }

  @Test
  void aReplacedTokenThatComesBackEndsTheSession() {
    String second = rotated(refreshWith(refresh));
    String third = rotated(refreshWith(second));
    clock.advance(Duration.ofSeconds(61));
    refreshWith(refresh).then().statusCode(401).body("error", equalTo("token_revoked"));
    refreshWith(third).then().statusCode(401).body("error", equalTo("token_revoked"));
    me(access).then().statusCode(401).body("error", equalTo("token_revoked"));
    assertThat(audited("refresh_token_reused"))
        .singleElement()
        .extracting("resource_id")
        .isEqualTo("" + dave.id());
    assertThat(events("session.ended")).hasSize(1);
  }

  @Test
  void aSessionEndsAbsolutelyAfterThirtyDays() {
    for (int day = 0; day < 29; day++) {
      clock.advance(Duration.ofDays(1));
      refresh = rotated(refreshWith(refresh));
    }
    clock.advance(Duration.ofDays(1));
    refreshWith(refresh).then().statusCode(401).body("error", equalTo("token_expired"));
  }

  @Test
  void anAccessTokenIsNoRefreshTokenAndTheReverse() {
    refreshWith(access).then().statusCode(401).body("error", equalTo("token_invalid"));
    me(refresh).then().statusCode(401).body("error", equalTo("token_invalid"));
  }

  @Test
  void withoutATokenRefreshSaysSo() {
    anonymous()
        .post("/auth/refresh")
        .then()
        .statusCode(401)
        .body("error", equalTo("authorization_required"));
  }

  @Test
  void theRoleOfARefreshedTokenIsThePresentOne() {
    jdbc.sql("UPDATE users SET role = 'team_lead' WHERE id = ?").param(dave.id()).update();
    assertThat(Tokens.claims(refreshWith(refresh).path("token")))
        .containsEntry("role", "team_lead");
  }

  @Test
  void logoutEndsTheSessionAtOnce() {
    anonymous()
        .cookie("access_token_cookie", access)
        .post("/auth/logout")
        .then()
        .statusCode(200)
        .body("message", equalTo("Logout successful"))
        .cookie("access_token_cookie", "")
        .cookie("refresh_token_cookie", "");
    me(access).then().statusCode(401).body("error", equalTo("token_revoked"));
    refreshWith(refresh).then().statusCode(401);
    assertThat(audited("user_logout")).hasSize(1);
  }

  @Test
  void logoutWorksWithNothingButTheRefreshCookie() {
    clock.advance(Duration.ofHours(2));
    anonymous()
        .cookie("access_token_cookie", access)
        .cookie("refresh_token_cookie", refresh)
        .post("/auth/logout")
        .then()
        .statusCode(200);
    refreshWith(refresh).then().statusCode(401).body("error", equalTo("token_revoked"));
  }

  @Test
  void logoutWithoutASessionIsRefusedAndClearsCookiesAllTheSame() {
    Response answer = anonymous().post("/auth/logout");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.getHeaders().getValues("Set-Cookie"))
        .hasSize(2)
        .allSatisfy(cookie -> assertThat(cookie).contains("Expires=Thu, 01 Jan 1970 00:00:00 GMT"));
  }

  @Test
  void logoutFromElsewhereLeavesTheCookies() {
    Response answer =
        anonymous()
            .cookie("access_token_cookie", access)
            .header("Origin", "https://evil.example")
            .post("/auth/logout");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.getHeaders().getValues("Set-Cookie")).isEmpty();
    assertThat(me(access).statusCode()).isEqualTo(200);
  }

  @Test
  void expiredTokensSaySo() {
    clock.advance(Duration.ofMinutes(60));
    me(access)
        .then()
        .statusCode(401)
        .body("error", equalTo("token_expired"))
        .body("status", equalTo(401));
  }

  @Test
  void tokensOfDeletedUsersAreInvalid() {
    jdbc.sql("DELETE FROM users WHERE id = ?").param(dave.id()).update();
    me(access).then().statusCode(401).body("error", equalTo("token_invalid"));
    refreshWith(refresh).then().statusCode(401).body("error", equalTo("token_invalid"));
  }

  @Test
  void tokensFromBeforeSessionsAreHonouredUntilTheyExpire() {
    String old = given.token(dave.id(), dave.role(), null);
    assertThat(me(old).statusCode()).isEqualTo(200);
    anonymous()
        .header("Authorization", "Bearer " + old)
        .post("/auth/logout")
        .then()
        .statusCode(200);
  }
}

package dev.devsync.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.devsync.platform.access.Role;
import dev.devsync.testing.Given;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest extends HttpTest {

  private static String body(String email, String password) {
    return """
        {"email": "%s", "password": "%s"}"""
        .formatted(email, password);
  }

  @Test
  void theRightPasswordOpensASession() {
    TestUser dave = given.aDeveloper("Dave");
    String token =
        anonymous(body(dave.email().toUpperCase(), Given.PASSWORD))
            .post("/auth/login")
            .then()
            .statusCode(200)
            .cookie("access_token_cookie", notNullValue())
            .cookie("refresh_token_cookie", notNullValue())
            .body("message", equalTo("Login successful"))
            .body("user.id", equalTo(dave.id()))
            .body("user.role", equalTo("developer"))
            .body("user.github_connected", equalTo(false))
            .body("user.github_username", equalTo(null))
            .extract()
            .path("user.token");
    anonymous().header("Authorization", "Bearer " + token).get("/auth/me").then().statusCode(200);
    assertThat(audited("user_login"))
        .singleElement()
        .extracting("actor_user_id")
        .isEqualTo(dave.id());
  }

  @Test
  void programsGetATokenWithoutAnAuditEntry() {
    TestUser lead = given.aTeamLead();
    Response answer = anonymous(body(lead.email(), Given.PASSWORD)).post("/auth/token");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.<String>path("token")).isEqualTo(answer.path("access_token"));
    assertThat(answer.<Integer>path("user_id")).isEqualTo(lead.id());
    assertThat(answer.<String>path("role")).isEqualTo("team_lead");
    assertThat(audited("user_login")).isEmpty();
  }

  @Test
  void aWrongPasswordAndAnUnknownEmailLookTheSame() {
    TestUser dave = given.aDeveloper("Dave");
    Response wrong = anonymous(body(dave.email(), "not it at all")).post("/auth/login");
    Response unknown = anonymous(body("nobody@example.com", "not it at all")).post("/auth/login");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.asString()).isEqualTo("{\"message\":\"Invalid email or password\"}");
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.asString()).isEqualTo(wrong.asString());
    assertThat(audited("user_login_failed"))
        .extracting(row -> row.get("resource_id"))
        .containsExactly(Integer.toString(dave.id()), null);
    assertThat(audited("user_login_failed"))
        .allSatisfy(row -> assertThat(row.get("actor_user_id")).isNull());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                           | Email and password required
          {"email": "a@b.co"}                          | Email and password required
          {"email": "a@b.co", "password": ""}          | Email and password required
          {"email": null, "password": "password1"}     | Email and password required
          {"email": "a@b.co", "password": 12345678}    | Email and password required
          {"email": "nonsense", "password": "x"}       | Invalid email format
          {"email": ["a@b.co"], "password": "x"}       | Invalid email format
          """)
  void badInputIsRefused(String json, String message) {
    anonymous(json).post("/auth/login").then().statusCode(400).body("message", equalTo(message));
    anonymous(json).post("/auth/token").then().statusCode(400).body("message", equalTo(message));
  }

  @Test
  void onlyTheFirst72BytesOfAPasswordCount() {
    given.anAdmin();
    String long72 = "ä".repeat(36);
    anonymous(
            "{\"name\":\"Ann\",\"email\":\"ann@example.com\",\"password\":\"" + long72 + "more\"}")
        .post("/auth/register")
        .then()
        .statusCode(201);
    anonymous(body("ann@example.com", long72 + "other")).post("/auth/login").then().statusCode(200);
    anonymous(body("ann@example.com", "ä".repeat(35))).post("/auth/login").then().statusCode(401);
  }

  @ParameterizedTest
  @CsvSource({"$2a$, 200", "$2y$, 200", "$2b$, 200", "$9x$, 401", "'', 401"})
  void hashesOfOtherLibrariesAreAccepted(String prefix, int status) {
    TestUser dave = given.aDeveloper("Dave");
    jdbc.sql(
            "UPDATE users SET password = CASE WHEN ? = '' THEN 'garbage' ELSE ? || substr(password, 5) END WHERE id = ?")
        .params(prefix, prefix, dave.id())
        .update();
    anonymous(body(dave.email(), Given.PASSWORD)).post("/auth/login").then().statusCode(status);
  }

  @Test
  void permissionsFollowTheRoleInTheDatabase() {
    TestUser dave = given.aDeveloper("Dave");
    as(dave)
        .get("/auth/permissions")
        .then()
        .statusCode(200)
        .body("role", equalTo("developer"))
        .body("permissions.size()", equalTo(8))
        .body("permissions[0]", equalTo("can_view_tasks"));
    jdbc.sql("UPDATE users SET role = ? WHERE id = ?")
        .params(Role.ADMIN.wireName(), dave.id())
        .update();
    as(dave)
        .get("/auth/permissions")
        .then()
        .body("role", equalTo("admin"))
        .body("permissions.size()", equalTo(19))
        .body("permissions[18]", equalTo("can_link_github_repos"));
  }

  @Test
  void tokensCarryTheClaimsOfTheContract() {
    TestUser dave = given.aDeveloper("Dave");
    Response answer = anonymous(body(dave.email(), Given.PASSWORD)).post("/auth/login");
    Map<String, Object> access = Tokens.claims(answer.path("user.token"));
    assertThat(access)
        .containsEntry("identity", Map.of("user_id", dave.id()))
        .containsEntry("role", "developer")
        .containsEntry("type", "access")
        .containsEntry("fresh", false)
        .containsKeys("jti", "iat", "nbf", "exp", "sid")
        .doesNotContainKeys("sub", "iss", "aud", "csrf");
    assertThat((Integer) access.get("exp") - (Integer) access.get("iat")).isEqualTo(3600);
    Map<String, Object> refresh = Tokens.claims(answer.cookie("refresh_token_cookie"));
    assertThat(refresh).containsEntry("type", "refresh").containsEntry("sid", access.get("sid"));
    assertThat((Integer) refresh.get("exp") - (Integer) refresh.get("iat"))
        .isEqualTo(30 * 24 * 3600);
    assertThat(Tokens.header(answer.path("user.token")))
        .isEqualTo(Map.of("alg", "HS256", "typ", "JWT"));
  }

  @Test
  void cookiesAreForThisSiteAndNotForScripts() {
    TestUser dave = given.aDeveloper("Dave");
    Response answer = anonymous(body(dave.email(), Given.PASSWORD)).post("/auth/login");
    assertThat(answer.getHeaders().getValues("Set-Cookie"))
        .hasSize(2)
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                    .doesNotContain("Secure", "Max-Age", "Expires", "Domain"));
  }
}

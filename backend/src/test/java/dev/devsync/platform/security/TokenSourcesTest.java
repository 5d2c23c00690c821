package dev.devsync.platform.security;

import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSourcesTest extends HttpTest {

  private TestUser dave;
  private TestUser eve;

  @BeforeEach
  void people() {
    dave = given.aDeveloper("Dave");
    eve = given.aDeveloper("Eve");
  }

  private RequestSpecification withCookie(TestUser user) {
    return anonymous().cookie("access_token_cookie", user.token());
  }

  @Test
  void aUsableHeaderWinsOverACookie() {
    withCookie(eve)
        .header("Authorization", "Bearer " + dave.token())
        .get("/auth/me")
        .then()
        .body("user.id", equalTo(dave.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer rubbish", "Bearer", "Basic abc", "Bearer a b", "bearer x"})
  void theCookieCountsWhenTheHeaderIsUnusable(String header) {
    withCookie(eve)
        .header("Authorization", header)
        .get("/auth/me")
        .then()
        .statusCode(200)
        .body("user.id", equalTo(eve.id()));
  }

  @Test
  void theHeaderMayBeAListWithOneBearer() {
    String list = "Basic abc, Bearer " + dave.token();
    anonymous().header("Authorization", list).get("/auth/me").then().statusCode(200);
    String twice = "Bearer " + dave.token() + ", Bearer " + dave.token();
    anonymous()
        .header("Authorization", twice)
        .get("/auth/me")
        .then()
        .statusCode(401)
        .body("error", equalTo("token_invalid"));
  }

  @Test
  void theFirstSourceThatHeldATokenIsReported() {
    clock.advance(java.time.Duration.ofHours(2));
    withCookie(eve)
        .header("Authorization", "Bearer rubbish")
        .get("/auth/me")
        .then()
        .statusCode(401)
        .body("error", equalTo("token_invalid"));
    withCookie(eve)
        .header("Authorization", "Basic abc")
        .get("/auth/me")
        .then()
        .statusCode(401)
        .body("error", equalTo("token_expired"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', authorization_required, Authentication token is missing",
    "Bearer x, token_invalid, Invalid authentication token"
  })
  void failuresHaveTheContractsBody(String header, String code, String message) {
    anonymous()
        .header("Authorization", header)
        .get("/users")
        .then()
        .statusCode(401)
        .body("status", equalTo(401))
        .body("error", equalTo(code))
        .body("message", equalTo(message));
  }

  @Test
  void tokensAreNeverTakenFromTheQueryOrTheBody() {
    anonymous().queryParam("token", dave.token()).get("/auth/me").then().statusCode(401);
    anonymous("{\"token\":\"" + dave.token() + "\"}").get("/auth/me").then().statusCode(401);
  }

  @Test
  void writesByCookieAloneAreRefusedFromForeignPages() {
    RequestSpecification foreign = withCookie(dave).header("Origin", "https://evil.example");
    foreign
        .contentType("application/json")
        .body("{\"name\":\"Mallory\"}")
        .put("/profile")
        .then()
        .statusCode(403)
        .body("message", equalTo("Cross-origin request rejected"));
    withCookie(dave)
        .header("Origin", "null")
        .contentType("application/json")
        .body("{}")
        .put("/profile")
        .then()
        .statusCode(403);
    withCookie(dave)
        .header("Origin", "https://evil.example")
        .get("/profile")
        .then()
        .statusCode(200)
        .body("user.name", equalTo("Dave"));
    as(dave, "{}").header("Origin", "https://evil.example").put("/profile").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:3000", "http://localhost:9999"})
  void writesByCookieAloneAreFineFromOwnPages(String origin) {
    withCookie(dave)
        .header("Origin", origin)
        .contentType("application/json")
        .body("{}")
        .put("/profile")
        .then()
        .statusCode(200);
  }
}

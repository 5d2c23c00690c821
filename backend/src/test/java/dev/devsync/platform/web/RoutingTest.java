package dev.devsync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.devsync.testing.HttpTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest extends HttpTest {

  @Test
  void theFrontDoorAnswersWithText() {
    Response answer = anonymous().basePath("").get("/");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualToIgnoringCase("text/html;charset=utf-8");
    assertThat(answer.asString()).isEqualTo("DevSync API is running");
  }

  @Test
  void healthIsPlain() {
    assertThat(anonymous().basePath("").get("/health").asString()).isEqualTo("{\"status\":\"ok\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/nothing",
        "/api/v1/users/",
        "/api/users",
        "/api/v1/Users",
        "/nothing",
        "/api/v1/users/1;x=2/progress",
        "/error/400"
      })
  void unknownPathsAreNotFoundBeforeAnybodyIsAskedWhoTheyAre(String path) {
    anonymous()
        .basePath("")
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(404)
        .contentType(containsString("application/json"))
        .body("status", equalTo("error"))
        .body("message", equalTo("Resource not found"))
        .body("error", startsWith("404 Not Found: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void unknownPathsAreNotFoundWithAnyMethod(String method) {
    anonymous()
        .request(method, "/nothing")
        .then()
        .statusCode(404)
        .body("message", equalTo("Resource not found"));
  }

  @Test
  void wrongMethodsAreNamed() {
    anonymous()
        .get("/auth/login")
        .then()
        .statusCode(405)
        .header("Allow", "POST")
        .body("status", equalTo("error"))
        .body("message", equalTo("Method not allowed"))
        .body("error", startsWith("405 Method Not Allowed: "));
    anonymous().delete("/users").then().statusCode(405).header("Allow", containsString("GET"));
  }

  @Test
  void headWorksWhereverGetDoes() {
    assertThat(as(given.aDeveloper()).head("/users").statusCode()).isEqualTo(200);
    assertThat(anonymous().basePath("").head("/").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/users", "/api/v1/nothing", "/", "/api/v1/auth/login"})
  void optionsAnswersEverywhereWithoutAToken(String path) {
    Response answer = anonymous().basePath("").options(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).isEmpty();
  }

  @Test
  void whatAClientSaysItAcceptsDoesNotMatter() {
    as(given.aDeveloper())
        .accept("text/html")
        .get("/users")
        .then()
        .statusCode(200)
        .contentType("application/json");
    anonymous()
        .accept("image/png")
        .get("/nothing")
        .then()
        .statusCode(404)
        .contentType("application/json");
  }

  @Test
  void aJsonContentTypeOnBodilessRequestsIsNoPromise() {
    as(given.aDeveloper()).contentType("application/json").get("/users").then().statusCode(200);
    as(given.aDeveloper(), "{nonsense").get("/users").then().statusCode(200);
  }
}

package dev.devsync.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.OpenApiValidation;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/**
 * Makes requests as the earlier web client does in a browser: JSON, the token it was given at
 * sign-in, cookies kept, another origin.
 */
final class EarlierClient {

  static final String ORIGIN = "http://localhost:3000";

  private static final OpenApiValidation DOCUMENTED = new OpenApiValidation();

  private final int port;
  private CookieFilter cookies = new CookieFilter();
  private String token = "";
  private int id;

  EarlierClient(int port) {
    this.port = port;
  }

  void register(String name, String email) {
    request()
        .body(Map.of("name", name, "email", email, "password", "Correct-Horse-9", "role", ""))
        .post("/auth/register")
        .then()
        .statusCode(201)
        .header("Access-Control-Allow-Origin", equalTo(ORIGIN));
  }

  /** Signs in and tells the role, which decides the page that the client opens. */
  String signIn(String email) {
    cookies = new CookieFilter();
    token = "";
    JsonPath answer =
        request()
            .body(Map.of("email", email, "password", "Correct-Horse-9"))
            .post("/auth/login")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    token = answer.getString("user.token");
    id = answer.getInt("user.id");
    return answer.getString("user.role");
  }

  int id() {
    return id;
  }

  String token() {
    return token;
  }

  ValidatableResponse get(String path) {
    return request().get(path).then();
  }

  ValidatableResponse post(String path, Object body) {
    return request().body(body).post(path).then();
  }

  ValidatableResponse put(String path, Object body) {
    return request().body(body).put(path).then();
  }

  ValidatableResponse delete(String path) {
    return request().delete(path).then();
  }

  /** A request that carries only what the browser keeps by itself. */
  RequestSpecification withoutToken() {
    return base().filter(cookies);
  }

  private RequestSpecification request() {
    RequestSpecification request = withoutToken();
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private RequestSpecification base() {
    return given()
        .filter(DOCUMENTED)
        .port(port)
        .basePath("/api/v1")
        .header("Origin", ORIGIN)
        .contentType("application/json")
        .accept("application/json");
  }
}

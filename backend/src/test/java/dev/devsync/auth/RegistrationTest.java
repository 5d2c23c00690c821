package dev.devsync.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.devsync.testing.HttpTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest extends HttpTest {

  private static String body(String name, String email, String password) {
    return """
        {"name": "%s", "email": "%s", "password": "%s", "role": "admin"}"""
        .formatted(name, email, password);
  }

  @Test
  void theFirstUserBecomesAdminAndIsSignedIn() {
    anonymous(body("Ann", "ann@example.com", "password1"))
        .post("/auth/register")
        .then()
        .statusCode(201)
        .cookie("access_token_cookie", notNullValue())
        .cookie("refresh_token_cookie", notNullValue())
        .body("message", equalTo("User registered successfully"))
        .body("user.role", equalTo("admin"))
        .body("user.email", equalTo("ann@example.com"));
    assertThat(audited("user_registered")).hasSize(1);
    assertThat(events("user.created")).hasSize(1);
  }

  @Test
  void laterUsersGetTheDefaultRoleWhateverTheyAskFor() {
    given.anAdmin();
    given.setting("default_user_role", "\"team_lead\"");
    anonymous(body("Bob", "bob@example.com", "password1"))
        .post("/auth/register")
        .then()
        .statusCode(201)
        .body("user.role", equalTo("team_lead"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"email": "a@b.co", "password": "password1"}                        | Missing required fields
          {"name": " ", "email": "a@b.co", "password": "password1"}           | Missing required fields
          {"name": "Ann", "email": null, "password": "password1"}             | Missing required fields
          {"name": "Ann", "email": "a@b", "password": "password1"}            | Invalid email format
          {"name": "Ann", "email": 7, "password": "password1"}                | Invalid email format
          {"name": "Ann", "email": "a@b.co", "password": "short"}             | Password must be at least 8 characters long
          {"name": 5, "email": "a@b.co", "password": "password1"}             | Name must be between 2 and 100 characters
          {"name": "A\\u0000n", "email": "a@b.co", "password": "password1"}   | Name must be between 2 and 100 characters
          """)
  void badInputIsRefusedAndNobodyIsRegistered(String json, String message) {
    anonymous(json).post("/auth/register").then().statusCode(400).body("message", equalTo(message));
    assertThat(jdbc.sql("SELECT count(*) FROM users").query(Integer.class).single()).isZero();
  }

  @Test
  void anEmailIsTakenWhateverItsCase() {
    var ada = given.anAdmin();
    anonymous(body("Ann", ada.email().toUpperCase(), "password1"))
        .post("/auth/register")
        .then()
        .statusCode(409)
        .body("message", equalTo("Email already registered"));
  }

  @Test
  void aClosedDoorIsExplained() {
    given.anAdmin();
    given.setting("allow_self_registration", "false");
    anonymous(body("Bob", "bob@example.com", "password1"))
        .post("/auth/register")
        .then()
        .statusCode(403)
        .body("message", equalTo("User registration is currently disabled by an administrator"));
  }

  @Test
  void ofManyFirstRegistrationsAtOnceOneBecomesAdmin() throws Exception {
    List<Integer> answers =
        atOnce(4, n -> body("User " + n, "user" + n + "@example.com", "password1"));
    assertThat(answers).containsOnly(201);
    assertThat(
            jdbc.sql("SELECT count(*) FROM users WHERE role = 'admin'")
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void ofManyRegistrationsOfOneEmailOneSucceeds() throws Exception {
    List<Integer> answers = atOnce(4, n -> body("User " + n, "Same@example.com", "password1"));
    assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
  }

  private List<Integer> atOnce(int count, java.util.function.IntFunction<String> body)
      throws Exception {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> requests =
          IntStream.range(0, count)
              .<Callable<Integer>>mapToObj(
                  n -> () -> anonymous(body.apply(n)).post("/auth/register").statusCode())
              .toList();
      List<Integer> answers = new java.util.ArrayList<>();
      for (Future<Integer> answer : executor.invokeAll(requests)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}

package dev.devsync.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.Given;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest extends HttpTest {

  private TestUser dave;

  @BeforeEach
  void dave() {
    dave = given.aDeveloper("Dave");
  }

  @Test
  void everybodyReadsTheirOwnProfile() {
    for (String path : new String[] {"/profile", "/auth/me"}) {
      as(dave)
          .get(path)
          .then()
          .statusCode(200)
          .body("user.id", equalTo(dave.id()))
          .body("user.role", equalTo("developer"));
    }
  }

  @Test
  void everybodyChangesTheirOwnProfile() {
    as(dave, "{\"name\":\"David\",\"email\":\"david+work@example.com\",\"role\":\"admin\"}")
        .put("/profile")
        .then()
        .statusCode(200)
        .body("message", equalTo("Profile updated successfully"))
        .body("user.name", equalTo("David"))
        .body("user.email", equalTo("david+work@example.com"))
        .body("user.role", equalTo("developer"));
    assertThat(audited("profile_updated"))
        .singleElement()
        .extracting("metadata")
        .isEqualTo("{\"fields\":[\"name\",\"email\"]}");
  }

  @Test
  void aGithubNameCanBeCleared() {
    as(dave, "{\"github_username\":\"dave\"}").put("/profile").then().statusCode(200);
    as(dave, "{\"github_username\":null}").put("/profile").then().statusCode(200);
    as(dave).get("/profile").then().body("user.github_username", equalTo(null));
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() {
    UUID other = given.aSession(dave.id());
    String otherToken = given.token(dave.id(), dave.role(), other);
    as(
            dave,
            "{\"current_password\":\"%s\",\"new_password\":\"even better\"}"
                .formatted(Given.PASSWORD))
        .put("/profile")
        .then()
        .statusCode(200);
    as(dave).get("/profile").then().statusCode(200);
    anonymous()
        .header("Authorization", "Bearer " + otherToken)
        .get("/profile")
        .then()
        .statusCode(401);
    assertThat(audited("password_changed")).hasSize(1);
    assertThat(audited("profile_updated")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": "X", "email": "e@e.co"}                                      | Name must be between 2 and 100 characters
          {"name": "Fine", "email": "nope"}                                     | Invalid email format
          {"name": "Fine", "new_password": "password1"}                         | Both current password and new password are required for password change
          {"name": "Fine", "current_password": "password1"}                     | Both current password and new password are required for password change
          {"name": "Fine", "current_password": "x", "new_password": "short"}    | New password must be at least 8 characters long
          {"name": "Fine", "current_password": "x", "new_password": "password1"} | Current password is incorrect
          """)
  void badChangesChangeNothing(String json, String message) {
    as(dave, json).put("/profile").then().statusCode(400).body("message", equalTo(message));
    as(dave).get("/profile").then().body("user.name", equalTo("Dave"));
  }

  @Test
  void theEmailOfSomebodyElseIsAConflict() {
    TestUser eve = given.aDeveloper("Eve");
    as(dave, "{\"email\":\"%s\"}".formatted(eve.email()))
        .put("/profile")
        .then()
        .statusCode(409)
        .body("message", equalTo("Email already in use"));
  }
}

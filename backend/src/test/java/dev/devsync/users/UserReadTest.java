package dev.devsync.users;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserReadTest extends HttpTest {

  @Test
  void everybodyMayListPeople() {
    TestUser ada = given.anAdmin();
    TestUser dave = given.aDeveloper("Dave");
    as(dave)
        .get("/users")
        .then()
        .statusCode(200)
        .body("users.id", contains(ada.id(), dave.id()))
        .body("users[1].name", equalTo("Dave"))
        .body("users[1].github_connected", equalTo(false))
        .body("users[1].avatar", equalTo(null));
  }

  @Test
  void theListCanBeNarrowedToARole() {
    given.anAdmin();
    TestUser dave = given.aDeveloper("Dave");
    as(dave).get("/users?role=developer").then().body("users.id", contains(dave.id()));
    as(dave).get("/users?role=wizard").then().body("users", hasSize(2));
  }

  @Test
  void theAdministrationsListIsForManagers() {
    TestUser lead = given.aTeamLead();
    as(lead)
        .get("/admin/users?role=team_lead")
        .then()
        .statusCode(200)
        .body("users.id", contains(lead.id()));
    as(given.aDeveloper())
        .get("/admin/users")
        .then()
        .statusCode(403)
        .body("message", equalTo("Insufficient permissions"));
  }

  @Test
  void aDeveloperSeesNobodyElse() {
    TestUser dave = given.aDeveloper("Dave");
    TestUser eve = given.aDeveloper("Eve");
    as(dave)
        .get("/users/" + dave.id())
        .then()
        .statusCode(200)
        .body("user.email", equalTo(dave.email()));
    as(dave)
        .get("/users/" + eve.id())
        .then()
        .statusCode(403)
        .body("message", equalTo("You can only view your own profile"));
    as(dave).get("/users/999999").then().statusCode(403);
    as(given.aTeamLead()).get("/users/" + eve.id()).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "99999999999", "abc", "-1", "1.5", "1x"})
  void whatNamesNobodyIsNotFound(String id) {
    as(given.anAdmin())
        .get("/users/" + id)
        .then()
        .statusCode(404)
        .body("message", equalTo("Resource not found"));
  }

  @Test
  void theListTakesTheSameStatementsForOneAndForAHundred() {
    TestUser ada = given.anAdmin();
    int one = statementsOf(() -> as(ada).get("/users").then().statusCode(200));
    for (int i = 0; i < 100; i++) {
      given.aDeveloper();
    }
    Assertions.assertThat(
            statementsOf(() -> as(ada).get("/users").then().body("users", hasSize(101))))
        .isEqualTo(one)
        .isEqualTo(2);
  }
}

package dev.devsync.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.platform.access.Role;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAdministrationTest extends HttpTest {

  private TestUser ada;
  private TestUser dave;

  @BeforeEach
  void people() {
    ada = given.anAdmin();
    dave = given.aDeveloper("Dave");
  }

  @Test
  void anAdminCreatesAccountsEvenWhenRegistrationIsClosed() {
    given.setting("allow_self_registration", "false");
    as(ada, "{\"name\":\"Eve\",\"email\":\"eve@example.com\",\"password\":\"password1\"}")
        .post("/admin/users")
        .then()
        .statusCode(201)
        .body("message", equalTo("User created successfully"))
        .body("user.role", equalTo("developer"))
        .body("user.name", equalTo("Eve"));
    assertThat(audited("user_created"))
        .singleElement()
        .extracting("metadata")
        .isEqualTo("{\"role\":\"developer\"}");
    anonymous("{\"email\":\"eve@example.com\",\"password\":\"password1\"}")
        .post("/auth/login")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                    | 400 | Missing required fields
          {"name": "", "email": "", "password": "", "role": "developer"}        | 400 | Missing required fields
          {"name": "Eve", "email": "e@e.co", "password": null}                  | 400 | Missing required fields
          {"name": "Eve", "email": "e@e", "password": "password1"}              | 400 | Invalid email format
          {"name": "E", "email": "e@e.co", "password": "password1"}             | 400 | Name must be between 2 and 100 characters
          {"name": "   ", "email": "e@e.co", "password": "password1"}           | 400 | Name must be between 2 and 100 characters
          {"name": "Eve", "email": "e@e.co", "password": "password1", "role": "boss"} | 400 | Role must be one of: developer, team_lead, admin
          {"name": "Eve", "email": "e@e.co", "password": "short"}               | 400 | Password must be at least 8 characters long
          """)
  void badAccountsAreRefused(String json, int status, String message) {
    as(ada, json).post("/admin/users").then().statusCode(status).body("message", equalTo(message));
    assertThat(audited("user_created")).isEmpty();
  }

  @Test
  void aTakenEmailIsAConflict() {
    as(
            ada,
            "{\"name\":\"Eve\",\"email\":\"%s\",\"password\":\"password1\"}"
                .formatted(dave.email().toUpperCase()))
        .post("/admin/users")
        .then()
        .statusCode(409)
        .body("message", equalTo("Email already in use"));
    as(ada, "{\"email\":\"%s\"}".formatted(ada.email()))
        .put("/admin/users/" + dave.id())
        .then()
        .statusCode(409)
        .body("message", equalTo("Email already in use"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/", "/admin/users/"})
  void anAdminChangesAnAccount(String path) {
    as(ada, "{\"name\":\"David\",\"avatar\":\"x\",\"password\":\"\",\"github_username\":\"dave\"}")
        .put(path + dave.id())
        .then()
        .statusCode(200)
        .body("message", equalTo("User updated successfully"))
        .body("user.name", equalTo("David"))
        .body("user.email", equalTo(dave.email()));
    assertThat(audited("user_updated"))
        .singleElement()
        .extracting("metadata")
        .asString()
        .contains("\"fields\":[\"name\",\"github_username\"]")
        .contains("\"role\":\"developer\"");
    assertThat(events("user.updated")).hasSize(1);
    as(dave).get("/auth/me").then().body("user.github_username", equalTo("dave"));
  }

  @Test
  void anUpdateThatChangesNothingHasNoSideEffects() {
    as(ada, "{\"name\":\"Dave\",\"role\":\"developer\"}")
        .put("/users/" + dave.id())
        .then()
        .statusCode(200);
    assertThat(audited("user_updated")).isEmpty();
    assertThat(events("user.updated")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"email": "nope"}            | Invalid email format
          {"name": "D"}                | Name must be between 2 and 100 characters
          {"name": 5}                  | Name must be between 2 and 100 characters
          {"role": "client"}           | Role must be one of: developer, team_lead, admin
          {"role": 5}                  | Role must be one of: developer, team_lead, admin
          {"password": "short"}        | Password must be at least 8 characters long
          {"github_username": true}    | github_username is invalid
          """)
  void badChangesAreRefused(String json, String message) {
    as(ada, json)
        .put("/users/" + dave.id())
        .then()
        .statusCode(400)
        .body("message", equalTo(message));
    as(ada, json).put("/users/999999").then().statusCode(400);
  }

  @Test
  void aPasswordSetByAnAdminEndsTheUsersSessions() {
    as(ada, "{\"password\":\"brand new one\"}").put("/users/" + dave.id()).then().statusCode(200);
    as(dave).get("/auth/me").then().statusCode(401).body("error", equalTo("token_revoked"));
    as(ada).get("/auth/me").then().statusCode(200);
    anonymous("{\"email\":\"%s\",\"password\":\"brand new one\"}".formatted(dave.email()))
        .post("/auth/login")
        .then()
        .statusCode(200);
  }

  @Test
  void aNewRoleActsAtOnce() {
    as(ada, "{\"role\":\"team_lead\"}")
        .put("/admin/users/%d/role".formatted(dave.id()))
        .then()
        .statusCode(200)
        .body("message", equalTo("User role updated successfully"))
        .body("user.role", equalTo("team_lead"));
    as(dave).get("/admin/users").then().statusCode(200);
    assertThat(audited("user_role_changed"))
        .singleElement()
        .extracting("metadata")
        .asString()
        .contains("\"old_role\":\"developer\"", "\"new_role\":\"team_lead\"");
    assertThat(audited("user_updated")).isEmpty();
    assertThat(events("user.role_changed")).hasSize(1);
  }

  @Test
  void theRoleEndpointLooksForTheUserFirst() {
    as(ada, "{}")
        .put("/admin/users/999999/role")
        .then()
        .statusCode(404)
        .body("message", equalTo("User not found"));
    as(ada, "{}")
        .put("/admin/users/%d/role".formatted(dave.id()))
        .then()
        .statusCode(400)
        .body("message", equalTo("Role is required"));
    as(ada, "{\"role\":\"developer\"}")
        .put("/admin/users/%d/role".formatted(dave.id()))
        .then()
        .statusCode(200);
    assertThat(audited("user_role_changed")).isEmpty();
  }

  @Test
  void theLastAdminStaysAdmin() {
    as(ada, "{\"role\":\"developer\"}")
        .put("/admin/users/%d/role".formatted(ada.id()))
        .then()
        .statusCode(400)
        .body("message", equalTo("Cannot demote the last administrator"));
    TestUser second = given.aUser("Second", Role.ADMIN);
    as(second, "{\"role\":\"developer\"}").put("/users/" + ada.id()).then().statusCode(200);
  }

  @Test
  void deletingAUserKeepsTheWork() {
    TestUser lead = given.aTeamLead();
    TestProject project = given.aProject("Apollo", lead).withMember(dave);
    TestTask task = given.aTask("Fix it", lead).in(project).assignedTo(lead);
    given.aComment("hello", task, lead);
    as(lead).get("/auth/me").then().statusCode(200);
    as(ada)
        .delete("/users/" + lead.id())
        .then()
        .statusCode(200)
        .body("message", equalTo("User deleted successfully"));
    assertThat(jdbc.sql("SELECT created_by FROM projects").query(Integer.class).single())
        .isEqualTo(ada.id());
    assertThat(jdbc.sql("SELECT created_by FROM tasks").query(Integer.class).single())
        .isEqualTo(ada.id());
    assertThat(
            jdbc.sql("SELECT count(*) FROM tasks WHERE assigned_to IS NULL")
                .query(Integer.class)
                .single())
        .isOne();
    assertThat(jdbc.sql("SELECT count(*) FROM comments").query(Integer.class).single()).isZero();
    as(lead).get("/auth/me").then().statusCode(401).body("error", equalTo("token_invalid"));
    assertThat(audited("user_deleted"))
        .singleElement()
        .extracting("metadata")
        .asString()
        .contains("\"name\":\"Lea Lead\"", "\"role\":\"team_lead\"");
  }

  @Test
  void aDeletionThatFailsSaysSoAndDeletesNothing() {
    jdbc.sql("CREATE TABLE stuck (user_id integer REFERENCES users (id))").update();
    try {
      jdbc.sql("INSERT INTO stuck VALUES (?)").param(dave.id()).update();
      as(ada)
          .delete("/users/" + dave.id())
          .then()
          .statusCode(500)
          .body("message", equalTo("Failed to delete user"));
    } finally {
      jdbc.sql("DROP TABLE stuck").update();
    }
    as(dave).get("/auth/me").then().statusCode(200);
    assertThat(audited("user_deleted")).isEmpty();
  }

  @Test
  void aNewRoleAmongTheFieldsIsAuditedAsBoth() {
    as(ada, "{\"role\": \"team_lead\"}").put("/admin/users/" + dave.id()).then().statusCode(200);
    assertThat(audited("user_updated")).hasSize(1);
    assertThat(audited("user_role_changed")).hasSize(1);
  }

  @Test
  void nobodyDeletesThemselvesOrNobody() {
    as(ada)
        .delete("/admin/users/" + ada.id())
        .then()
        .statusCode(400)
        .body("message", equalTo("You cannot delete your own account"));
    as(ada)
        .delete("/admin/users/999999")
        .then()
        .statusCode(404)
        .body("message", equalTo("User not found"));
  }

  @Test
  void administrationIsForAdmins() {
    TestUser lead = given.aTeamLead();
    as(lead, "{}")
        .post("/admin/users")
        .then()
        .statusCode(403)
        .body("message", equalTo("Admin access required"));
    as(dave, "{}")
        .put("/users/" + dave.id())
        .then()
        .statusCode(403)
        .body("message", equalTo("Admin access required"));
    as(lead)
        .delete("/users/" + dave.id())
        .then()
        .statusCode(403)
        .body("message", equalTo("Admin access required"));
  }
}

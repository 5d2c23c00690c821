package dev.devsync.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.admin.SettingsUpdated;
import dev.devsync.platform.access.Actor;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What admins hear of each other's work, and nobody else. */
class AdminNotificationTest extends HttpTest {

  @Autowired private ChangeLog changes;
  @Autowired private TransactionTemplate transaction;

  private TestUser ada;
  private TestUser other;
  private TestUser lead;
  private TestUser dev;

  @BeforeEach
  void twoAdmins() {
    ada = given.anAdmin();
    other = given.aUser("Otto Other", Role.ADMIN);
    lead = given.aTeamLead();
    dev = given.aDeveloper("Dan Dev");
  }

  private Map<String, Object> onlyTheOtherAdminHears(String type, String title) {
    assertThat(notificationsOf(ada)).isEmpty();
    assertThat(notificationsOf(lead)).isEmpty();
    assertThat(notificationsOf(dev)).isEmpty();
    List<Map<String, Object>> rows = notificationsOf(other);
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst())
        .containsEntry("notification_type", type)
        .containsEntry("title", title);
    assertThat(rows.getFirst().get("task_id")).isNull();
    return rows.getFirst();
  }

  @Test
  void aNewAccountIsToldToTheOtherAdmins() {
    as(
            ada,
            "{\"name\": \"New Ned\", \"email\": \"ned@example.com\", \"password\": \"password1\", \"role\": \"admin\"}")
        .post("/admin/users")
        .then()
        .statusCode(201);
    int ned =
        jdbc.sql("SELECT id FROM users WHERE email = 'ned@example.com'")
            .query(Integer.class)
            .single();
    Map<String, Object> row = onlyTheOtherAdminHears("user_created", "New User Created");
    assertThat(row).containsEntry("reference_id", "" + ned);
    assertThat(row.get("message")).asString().contains("New Ned", "admin");
  }

  @Test
  void aRegistrationIsToldToAllAdmins() {
    anonymous("{\"name\": \"Reg\", \"email\": \"reg@example.com\", \"password\": \"password1\"}")
        .post("/auth/register")
        .then()
        .statusCode(201);
    assertThat(notificationsOf(ada)).hasSize(1);
    assertThat(notificationsOf(other)).hasSize(1);
    assertThat(notificationsOf(lead)).isEmpty();
  }

  @Test
  void aChangedAccountIsTold() {
    as(ada, "{\"name\": \"Dan Daring\", \"github_username\": \"dan\"}")
        .put("/admin/users/" + dev.id())
        .then()
        .statusCode(200);
    Map<String, Object> row = onlyTheOtherAdminHears("user_updated", "User Updated");
    assertThat(row).containsEntry("reference_id", "" + dev.id());
    assertThat(row.get("message")).asString().contains("Dan Daring", "name", "github_username");
  }

  @Test
  void aNewRoleIsToldAsThatHoweverMuchElseChanged() {
    as(ada, "{\"name\": \"Dan Daring\", \"role\": \"team_lead\"}")
        .put("/admin/users/" + dev.id())
        .then()
        .statusCode(200);
    Map<String, Object> row = onlyTheOtherAdminHears("user_role_changed", "User Role Changed");
    assertThat(row).containsEntry("reference_id", "" + dev.id());
    assertThat(row.get("message")).asString().contains("Dan Daring", "team_lead");
  }

  @Test
  void aDeletedAccountIsTold() {
    as(ada).delete("/admin/users/" + dev.id()).then().statusCode(200);
    Map<String, Object> row = onlyTheOtherAdminHears("user_deleted", "User Deleted");
    assertThat(row).containsEntry("reference_id", "" + dev.id());
    assertThat(row.get("message")).asString().contains("Dan Dev");
  }

  @Test
  void aDeletedAdminHearsNothingMore() {
    as(ada).delete("/admin/users/" + other.id()).then().statusCode(200);
    assertThat(events("notification.created")).isEmpty();
  }

  @Test
  void whatPeopleChangeAboutThemselvesIsTheirOwnAffair() {
    as(dev, "{\"name\": \"Dan Daring\"}").put("/profile").then().statusCode(200);
    assertThat(events("notification.created")).isEmpty();
  }

  @Test
  void changedSettingsAreToldWithTheirKeys() {
    Actor actor = Actor.user(ada.id(), Role.ADMIN, new Origin("127.0.0.1", null));
    transaction.executeWithoutResult(
        status ->
            changes.record(actor, new SettingsUpdated(List.of("app_name", "default_user_role"))));
    Map<String, Object> row = onlyTheOtherAdminHears("settings_updated", "System Settings Updated");
    assertThat(row.get("reference_id")).isNull();
    assertThat(row.get("message")).asString().contains("app_name", "default_user_role");
  }
}

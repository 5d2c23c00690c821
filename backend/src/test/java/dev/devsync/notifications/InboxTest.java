package dev.devsync.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest extends HttpTest {

  private TestUser dev;
  private TestUser other;

  @BeforeEach
  void people() {
    dev = given.aDeveloper();
    other = given.anAdmin();
  }

  private int aNotification(TestUser user, String time, Boolean read) {
    return jdbc.sql(
            "INSERT INTO notifications (user_id, notification_type, title, message, is_read, created_at)"
                + " VALUES (?, 'general', 'Hello', 'Hello there', ?, ?::timestamp) RETURNING id")
        .params(user.id(), read, time)
        .query(Integer.class)
        .single();
  }

  private Object column(int id, String column) {
    return jdbc.sql("SELECT " + column + " FROM notifications WHERE id = ?")
        .param(id)
        .query()
        .singleRow()
        .get(column);
  }

  @Test
  void theListIsNewestFirstAndOnlyOnesOwn() {
    int old = aNotification(dev, "2026-01-01", false);
    int first = aNotification(dev, "2026-01-02", true);
    int second = aNotification(dev, "2026-01-02", null);
    aNotification(other, "2026-01-03", false);
    as(dev)
        .get("/notifications")
        .then()
        .statusCode(200)
        .body("notifications.id", contains(second, first, old))
        .body("notifications.is_read", contains(false, true, false))
        .body("notifications.read", contains(false, true, false))
        .body("unread_count", equalTo(2))
        .body("$", not(hasKey("pagination")));
  }

  @Test
  void aNotificationHasAllItsNames() {
    int id = aNotification(dev, "2026-05-07 12:00", false);
    var shown =
        as(dev)
            .get("/notifications")
            .then()
            .extract()
            .<java.util.Map<String, Object>>path("notifications[0]");
    assertThat(shown)
        .containsEntry("id", id)
        .containsEntry("user_id", dev.id())
        .containsEntry("notification_type", "general")
        .containsEntry("type", "general")
        .containsEntry("title", "Hello")
        .containsEntry("message", "Hello there")
        .containsEntry("content", "Hello there")
        .containsEntry("reference_id", null)
        .containsEntry("task_id", null)
        .containsEntry("created_at", "2026-05-07T12:00:00Z")
        .containsEntry("timestamp", "2026-05-07T12:00:00Z")
        .containsEntry("read_at", null)
        .hasSize(14);
  }

  @Test
  void theFilterShowsReadOrUnreadOnesAndTheCountStays() {
    int unread = aNotification(dev, "2026-01-01", null);
    int read = aNotification(dev, "2026-01-02", true);
    as(dev)
        .get("/notifications?is_read=true")
        .then()
        .body("notifications.id", contains(read))
        .body("unread_count", equalTo(1));
    as(dev).get("/notifications?is_read=False").then().body("notifications.id", contains(unread));
    as(dev)
        .get("/notifications?is_read=maybe")
        .then()
        .body("notifications.id", contains(read, unread));
  }

  @Test
  void aPageIsShownWhenAskedFor() {
    for (int i = 1; i <= 5; i++) {
      aNotification(dev, "2026-01-0" + i, i == 1);
    }
    as(dev)
        .get("/notifications?page=2&per_page=2")
        .then()
        .statusCode(200)
        .body("notifications.size()", equalTo(2))
        .body("notifications[0].created_at", equalTo("2026-01-03T00:00:00Z"))
        .body("unread_count", equalTo(4))
        .body("pagination.page", equalTo(2))
        .body("pagination.per_page", equalTo(2))
        .body("pagination.total", equalTo(5))
        .body("pagination.pages", equalTo(3));
    as(dev)
        .get("/notifications?page=9&is_read=false")
        .then()
        .body("notifications", empty())
        .body("pagination.total", equalTo(4));
    as(dev).get("/notifications?per_page=1000").then().body("pagination.per_page", equalTo(100));
  }

  @Test
  void readingMarksOnceAndKeepsTheFirstTime() {
    int id = aNotification(dev, "2026-01-01", null);
    as(dev)
        .contentType("application/json")
        .put("/notifications/" + id + "/read")
        .then()
        .statusCode(200)
        .body("message", equalTo("Notification marked as read"));
    Object first = column(id, "read_at");
    assertThat(first).isNotNull();
    clock.advance(java.time.Duration.ofMinutes(1));
    as(dev).put("/notifications/" + id + "/read").then().statusCode(200);
    assertThat(column(id, "read_at")).isEqualTo(first);
    assertThat(events("notification.read"))
        .singleElement()
        .satisfies(
            e ->
                assertThat(e.get("json"))
                    .isEqualTo(
                        "{\"user_id\":%d,\"ids\":[%d],\"all\":false}".formatted(dev.id(), id)));
  }

  @Test
  void readingAllTouchesOnlyWhatIsUnreadAndOnesOwn() {
    int read = aNotification(dev, "2026-01-01", true);
    int unread = aNotification(dev, "2026-01-02", false);
    int others = aNotification(other, "2026-01-02", false);
    as(dev)
        .contentType("application/json")
        .put("/notifications/read-all")
        .then()
        .statusCode(200)
        .body("message", equalTo("All notifications marked as read"));
    assertThat(column(unread, "is_read")).isEqualTo(true);
    assertThat(column(read, "read_at")).isNull();
    assertThat(column(others, "is_read")).isEqualTo(false);
    as(dev)
        .get("/notifications")
        .then()
        .body("unread_count", equalTo(0))
        .body("notifications[0].read_at", notNullValue());
    as(dev).put("/notifications/read-all").then().statusCode(200);
    assertThat(events("notification.read"))
        .singleElement()
        .satisfies(e -> assertThat(e.get("json")).asString().contains("\"all\":true"));
  }

  @Test
  void aDeletedNotificationIsGone() {
    int id = aNotification(dev, "2026-01-01", false);
    as(dev)
        .delete("/notifications/" + id)
        .then()
        .statusCode(200)
        .body("message", equalTo("Notification deleted"));
    assertThat(notificationsOf(dev)).isEmpty();
    assertThat(events("notification.deleted"))
        .singleElement()
        .satisfies(
            e ->
                assertThat(e.get("json"))
                    .isEqualTo("{\"user_id\":%d,\"id\":%d}".formatted(dev.id(), id)));
    as(dev).delete("/notifications/" + id).then().statusCode(404).body("status", equalTo("error"));
  }

  @Test
  void somebodyElsesNotificationIsNotFoundEvenByAdmins() {
    int id = aNotification(dev, "2026-01-01", false);
    as(other)
        .put("/notifications/" + id + "/read")
        .then()
        .statusCode(404)
        .body("message", equalTo("Notification not found"))
        .body("$", not(hasKey("status")));
    as(other)
        .delete("/notifications/" + id)
        .then()
        .statusCode(404)
        .body("message", equalTo("Notification not found"));
    assertThat(column(id, "is_read")).isEqualTo(false);
    assertThat(events("notification.deleted")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483647", "99999999999", "-1", "abc"})
  void thereIsNothingUnderOtherIds(String id) {
    as(dev)
        .put("/notifications/" + id + "/read")
        .then()
        .statusCode(404)
        .body("message", equalTo("Resource not found"));
    as(dev)
        .delete("/notifications/" + id)
        .then()
        .statusCode(404)
        .body("message", equalTo("Resource not found"));
  }

  @Test
  void theListTakesTheSameStatementsHoweverLongItIs() {
    aNotification(dev, "2026-01-01", false);
    int one = statementsOf(() -> as(dev).get("/notifications").then().statusCode(200));
    for (int i = 0; i < 99; i++) {
      aNotification(dev, "2026-01-02", i % 2 == 0);
    }
    int hundred =
        statementsOf(
            () -> as(dev).get("/notifications").then().body("notifications.size()", equalTo(100)));
    assertThat(hundred).isEqualTo(one).isLessThanOrEqualTo(3);
    int page =
        statementsOf(
            () ->
                as(dev)
                    .get("/notifications?page=1")
                    .then()
                    .body("notifications.size()", equalTo(50)));
    assertThat(page).isLessThanOrEqualTo(4);
  }
}

package dev.devsync.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notifications sent by hand. */
class SendingTest extends HttpTest {

  private TestUser lead;
  private TestUser dev;
  private TestUser other;

  @BeforeEach
  void people() {
    lead = given.aTeamLead();
    dev = given.aDeveloper();
    other = given.aDeveloper("Oth Other");
  }

  @Test
  void aManagerNotifiesAnybody() {
    as(lead, "{\"message\": \"Stand-up now\", \"user_id\": \"%d\"}".formatted(dev.id()))
        .post("/notifications")
        .then()
        .statusCode(201)
        .body("message", equalTo("Notification created successfully"))
        .body("notification.user_id", equalTo(dev.id()))
        .body("notification.notification_type", equalTo("general"))
        .body("notification.title", equalTo("Stand-up now"))
        .body("notification.message", equalTo("Stand-up now"))
        .body("notification.is_read", equalTo(false))
        .body("notification.reference_id", nullValue())
        .body("notification.created_at", notNullValue());
    assertThat(notificationsOf(dev)).hasSize(1);
    assertThat(events("notification.created"))
        .singleElement()
        .satisfies(e -> assertThat(e.get("json")).asString().contains("\"user_id\":" + dev.id()));
  }

  @Test
  void aDeveloperNotifiesOnlyThemselvesWhateverTheySend() {
    as(dev, "{\"message\": \"Hi\", \"user_id\": %d}".formatted(other.id()))
        .post("/notifications")
        .then()
        .statusCode(201)
        .body("notification.user_id", equalTo(dev.id()));
    as(dev, "{\"message\": \"Hi\", \"user_id\": 2147483647}")
        .post("/notifications")
        .then()
        .statusCode(201);
    assertThat(notificationsOf(other)).isEmpty();
    assertThat(notificationsOf(dev)).hasSize(2);
  }

  @Test
  void everythingCanBeGiven() {
    TestTask task = given.aTask("Write it", dev);
    as(
            lead,
            """
            {"content": "Hi", "title": "T", "type": "reminder", "task_id": %d, "reference_id": 12345678901, "is_read": true}
            """
                .formatted(task.id()))
        .post("/notifications")
        .then()
        .statusCode(201)
        .body("notification.user_id", equalTo(lead.id()))
        .body("notification.title", equalTo("T"))
        .body("notification.type", equalTo("reminder"))
        .body("notification.task_id", equalTo(task.id()))
        .body("notification.reference_id", equalTo("12345678901"))
        .body("notification.read", equalTo(true))
        .body("notification.read_at", notNullValue());
  }

  @Test
  void theReferenceIsTheTaskAndTheTitleTheMessagesBeginningUnlessGiven() {
    TestTask task = given.aTask("Write it", dev);
    as(
            dev,
            "{\"message\": \"%s\", \"title\": \"\", \"task_id\": \"%d\"}"
                .formatted("é".repeat(500), task.id()))
        .post("/notifications")
        .then()
        .statusCode(201)
        .body("notification.title", equalTo("é".repeat(80)))
        .body("notification.reference_id", equalTo("" + task.id()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                         | Missing required fields
          {"message": null}                          | Missing required fields
          {"message": ""}                            | Notification message must be between 1 and 500 characters
          {"message": "  "}                          | Notification message must be between 1 and 500 characters
          {"message": 5}                             | Notification message must be between 1 and 500 characters
          {"message": "a\\u0000"}                    | Notification message must be between 1 and 500 characters
          {"message": "x", "title": 5}               | Notification title must be a string up to 255 characters
          {"message": "x", "notification_type": 5}   | Notification type must be a string up to 50 characters
          {"message": "x", "type": ["x"]}            | Notification type must be a string up to 50 characters
          {"message": "x", "user_id": "me"}          | User ID must be an integer
          {"message": "x", "user_id": 1.5}           | User ID must be an integer
          {"message": "x", "task_id": "it"}          | Task ID must be an integer
          {"message": "x", "task_id": 4294967296}    | Task ID must be an integer
          {"message": "x", "is_read": "true"}        | is_read must be a boolean value
          {"message": "x", "reference_id": true}     | reference_id is invalid
          {"message": "x", "reference_id": 1.5}      | reference_id is invalid
          """)
  void badInputIsRefusedAndNothingIsStored(String json, String message) {
    as(lead, json).post("/notifications").then().statusCode(400).body("message", equalTo(message));
    assertThat(notificationsOf(lead)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "message, 501, message must be between 1 and 500 characters",
    "title, 256, title must be a string up to 255 characters",
    "notification_type, 51, type must be a string up to 50 characters"
  })
  void whatIsTooLongIsRefused(String field, int length, String message) {
    String rest = field.equals("message") ? "" : ", \"message\": \"x\"";
    as(lead, "{\"%s\": \"%s\"%s}".formatted(field, "x".repeat(length), rest))
        .post("/notifications")
        .then()
        .statusCode(400)
        .body("message", equalTo("Notification " + message));
    as(lead, "{\"message\": \"x\", \"reference_id\": %s}".formatted("9".repeat(51)))
        .post("/notifications")
        .then()
        .statusCode(400);
  }

  @Test
  void nobodyAndNothingThatDoesNotExistIsNotified() {
    as(lead, "{\"message\": \"x\", \"user_id\": 2147483647}")
        .post("/notifications")
        .then()
        .statusCode(404)
        .body("message", equalTo("User not found"));
    as(lead, "{\"message\": \"x\", \"task_id\": 2147483647}")
        .post("/notifications")
        .then()
        .statusCode(404)
        .body("message", equalTo("Task not found"));
    TestTask invisible = given.aTask("Secret", other);
    as(dev, "{\"message\": \"x\", \"task_id\": %d}".formatted(invisible.id()))
        .post("/notifications")
        .then()
        .statusCode(404)
        .body("message", equalTo("Task not found"));
    assertThat(events("notification.created")).isEmpty();
  }
}

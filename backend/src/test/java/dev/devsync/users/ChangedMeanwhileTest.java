package dev.devsync.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.testing.Given;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestPostgres;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requests that were found right and are overtaken by another change before they are carried out.
 */
class ChangedMeanwhileTest extends HttpTest {

  @Autowired private Passwords passwords;

  private TestUser ada;
  private TestUser bea;

  @BeforeEach
  void twoAdmins() {
    ada = given.anAdmin();
    bea = given.anAdmin();
  }

  /** The answer to a request that waits for a change of the user, which is then committed. */
  private Response overtaken(TestUser user, String change, Object value, Supplier<Response> request)
      throws SQLException {
    try (Connection other = DriverManager.getConnection(TestPostgres.jdbcUrl("postgres"))) {
      other.setAutoCommit(false);
      try (PreparedStatement update =
          other.prepareStatement("UPDATE users SET " + change + " = ? WHERE id = ?")) {
        update.setObject(1, value);
        update.setInt(2, user.id());
        update.executeUpdate();
      }
      CompletableFuture<Response> answer = CompletableFuture.supplyAsync(request);
      await().until(this::somebodyWaits);
      other.commit();
      return answer.join();
    }
  }

  private boolean somebodyWaits() {
    return jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted").query(Long.class).single()
        > 0;
  }

  @Test
  void anAdminWhoIsNoneAnyMoreDeletesNobody() throws SQLException {
    Response answer =
        overtaken(ada, "role", "developer", () -> as(ada).delete("/admin/users/" + bea.id()));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.<String>path("message")).isEqualTo("Admin access required");
    as(bea).get("/auth/me").then().statusCode(200);
  }

  @Test
  void aPasswordThatWasChangedOpensNoSession() throws SQLException {
    Response answer = overtaken(ada, "password", passwords.hash("another one"), () -> login(ada));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(audited("user_login_failed")).hasSize(1);
    assertThat(audited("user_login")).isEmpty();
  }

  private Response login(TestUser user) {
    return anonymous(
            "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(user.email(), Given.PASSWORD))
        .post("/auth/login");
  }

  @Test
  void aPasswordIsNotChangedWithOneThatIsNoLongerRight() throws SQLException {
    String hash = passwords.hash("another one");
    Response answer =
        overtaken(
            ada,
            "password",
            hash,
            () ->
                as(
                        ada,
                        "{\"current_password\": \"%s\", \"new_password\": \"a third one\"}"
                            .formatted(Given.PASSWORD))
                    .put("/profile"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("message")).isEqualTo("Current password is incorrect");
    assertThat(
            jdbc.sql("SELECT password FROM users WHERE id = ?")
                .param(ada.id())
                .query(String.class)
                .single())
        .isEqualTo(hash);
  }

  @Test
  void whoeverIsBeingChangedGoesOnWorking() throws SQLException {
    TestTask task = given.aTask("Work", ada);
    try (Connection other = DriverManager.getConnection(TestPostgres.jdbcUrl("postgres"))) {
      other.setAutoCommit(false);
      try (PreparedStatement lock =
          other.prepareStatement("SELECT 1 FROM users WHERE id = ? FOR NO KEY UPDATE")) {
        lock.setInt(1, ada.id());
        lock.execute();
      }
      as(ada, "{\"title\": \"Meanwhile\"}").put("/tasks/" + task.id()).then().statusCode(200);
    }
  }
}

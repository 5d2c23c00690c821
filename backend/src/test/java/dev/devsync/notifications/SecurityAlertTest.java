package dev.devsync.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.Given;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecurityAlertTest extends HttpTest {

  private String signIn(TestUser user) {
    return anonymous(
            "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(user.email(), Given.PASSWORD))
        .post("/auth/login")
        .cookie("refresh_token_cookie");
  }

  private String refresh(String token) {
    return anonymous()
        .cookie("refresh_token_cookie", token)
        .post("/auth/refresh")
        .cookie("refresh_token_cookie");
  }

  @Test
  void theOwnerOfAStolenTokenIsAlerted() {
    TestUser dev = given.aDeveloper();
    String stolen = signIn(dev);
    refresh(refresh(stolen));
    clock.advance(Duration.ofSeconds(61));
    anonymous().cookie("refresh_token_cookie", stolen).post("/auth/refresh").then().statusCode(401);
    assertThat(notificationsOf(dev))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row)
                  .containsEntry("notification_type", "security_alert")
                  .containsEntry("title", "Security Alert");
              assertThat(row.get("reference_id")).isNull();
              assertThat(row.get("message"))
                  .asString()
                  .contains("refresh token", clock.instant().toString().substring(0, 10));
            });
  }

  @Test
  void anOrdinarySignOutAlertsNobody() {
    TestUser dev = given.aDeveloper();
    as(dev).post("/auth/logout").then().statusCode(200);
    assertThat(notificationsOf(dev)).isEmpty();
  }
}

package dev.devsync.github.oauth;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import org.junit.jupiter.api.Test;

/** A server that knows no OAuth application. */
class UnconfiguredTest extends HttpTest {

  @Test
  void theConfigurationCheckSaysWhatIsMissing() {
    anonymous()
        .get("/github/config-check")
        .then()
        .statusCode(200)
        .body("config_status.client_id_set", equalTo(false))
        .body("config_status.client_secret_set", equalTo(false))
        .body("config_status.redirect_uri_set", equalTo(false))
        .body("client_id", nullValue())
        .body("redirect_uri", nullValue());
  }

  @Test
  void anAuthorizationIsNotAvailable() {
    as(given.aDeveloper())
        .get("/github/auth")
        .then()
        .statusCode(503)
        .body("error", equalTo("GitHub OAuth credentials not configured"))
        .body("message", equalTo("GitHub integration is not available at this time."));
  }

  @Test
  void connectingSaysThatTheConfigurationIsIncomplete() {
    as(given.aDeveloper(), "{}")
        .post("/github/connect")
        .then()
        .statusCode(500)
        .body("error", equalTo("GitHub OAuth configuration is incomplete"))
        .body("message", equalTo("GitHub OAuth configuration is incomplete"))
        .body("success", equalTo(false));
  }

  @Test
  void anAccountIsNotConnected() {
    as(given.aDeveloper())
        .get("/github/status")
        .then()
        .statusCode(200)
        .body("connected", equalTo(false));
  }
}

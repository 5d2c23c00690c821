package dev.devsync.github.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.devsync.github.GithubHttpTest;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The browser comes back from GitHub to the web client, which may be anywhere. */
@TestPropertySource(
    properties = "devsync.github.redirect-uri=https://app.devsync.example/github/callback")
class UnknownAddressTest extends GithubHttpTest {

  @Test
  void aWebhookIsNotRegisteredForAnAddressThatIsGuessed() {
    TestUser lead = given.aTeamLead();
    connected(lead, "boss");
    github.repository("acme/door");
    as(lead)
        .post("/github/repositories/{id}/webhook", given.aRepository("acme/door"))
        .then()
        .statusCode(409)
        .body("message", containsString("registered by hand"));
    assertThat(github.calls()).isEmpty();
    assertThat(
            jdbc.sql("SELECT count(*) FROM github_repositories WHERE webhook_secret IS NOT NULL")
                .query(Integer.class)
                .single())
        .isZero();
  }
}

package dev.devsync.github;

import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A test of a server that is configured for GitHub. */
@TestPropertySource(
    properties = {
      "devsync.github.client-id=Iv1.0123456789abcdef",
      "devsync.github.client-secret=the client secret of the tests",
      "devsync.github.redirect-uri=https://devsync.example/api/v1/github/callback",
      "devsync.encryption.keys=the newest key of the tests,the older key of the tests"
    })
public abstract class GithubHttpTest extends HttpTest {

  @Autowired protected SecretBox box;

  /** Gives the user a stored token. */
  protected void connected(TestUser user, String login, String token) {
    jdbc.sql(
            "INSERT INTO github_tokens (user_id, access_token, created_at) VALUES (?, ?, now() AT TIME ZONE 'utc')")
        .params(user.id(), box.seal(Purpose.GITHUB_TOKEN, token))
        .update();
    jdbc.sql("UPDATE users SET github_connected = true, github_username = ? WHERE id = ?")
        .params(login, user.id())
        .update();
  }
}

package dev.devsync.github;

import dev.devsync.fakegithub.FakeGithub;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
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

  /** One for all tests, so that they share a server under test; each test finds it empty. */
  protected static final FakeGithub github = FakeGithub.start(0);

  @Autowired protected SecretBox box;

  @DynamicPropertySource
  static void fakeGithub(DynamicPropertyRegistry registry) {
    registry.add("devsync.github.api-url", github::url);
    registry.add("devsync.github.oauth-url", github::url);
  }

  @BeforeEach
  void emptyGithub() {
    github.reset();
  }

  /** Connects the user with an account of this name that GitHub knows. */
  protected String connected(TestUser user, String login) {
    String token = github.token(login);
    connected(user, login, token);
    return token;
  }

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

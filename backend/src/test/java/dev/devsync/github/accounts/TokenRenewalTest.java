package dev.devsync.github.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.github.GithubHttpTest;
import dev.devsync.github.client.GithubOauth;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.testing.TestUser;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TokenRenewalTest extends GithubHttpTest {

  @Autowired private TokenRepository tokens;
  @Autowired private GithubAccounts accounts;
  @Autowired private GithubOauth oauth;

  private TokenRenewal server() {
    return new TokenRenewal(tokens, accounts, oauth, clock);
  }

  @Test
  void twoServersDoNotUseTheSameRefreshToken() throws Exception {
    TestUser ann = given.aDeveloper();
    connected(ann, "octocat");
    jdbc.sql("UPDATE github_tokens SET refresh_token = ?, token_expires_at = '2000-01-01'")
        .param(box.seal(Purpose.GITHUB_TOKEN, github.refreshToken("octocat")))
        .update();
    StoredToken expired = tokens.find(ann.id()).orElseThrow();
    CountDownLatch second = new CountDownLatch(1);
    github.meanwhile("/login/oauth/access_token", () -> arrives(second));
    try (var servers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<StoredToken> one = servers.submit(() -> server().current(expired));
      Future<StoredToken> other = servers.submit(() -> server().current(expired));
      assertThat(one.get()).isNotNull().isEqualTo(other.get()).isNotEqualTo(expired);
    }
    assertThat(github.calls("POST /login/oauth/access_token")).isOne();
  }

  /** Gives the other server time to make a mistake, if it is going to. */
  private static void arrives(CountDownLatch second) {
    try {
      assertThat(second.await(300, TimeUnit.MILLISECONDS)).isFalse();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.devsync.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.platform.configuration.StartRefused;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.platform.crypto.SecretBoxes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

/** The command runs beside the server under test, on its database. */
@ExtendWith(OutputCaptureExtension.class)
class ReencryptionTest extends GithubHttpTest {

  private static final SecretBox OLD = SecretBoxes.with("the older key of the tests");

  @Autowired private Environment environment;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int reencrypt(String database) {
    return new Reencryption()
        .run(
            new PrintStream(said, true, StandardCharsets.UTF_8),
            "--reencrypt",
            "--devsync.database.url=" + database,
            "--devsync.encryption.keys=" + environment.getProperty("devsync.encryption.keys"));
  }

  private String url() {
    return environment.getRequiredProperty("devsync.database.url");
  }

  @Test
  void everythingMovesUnderTheNewestKeyWhileTheServerRuns(CapturedOutput log) throws Exception {
    for (int i = 0; i < 1_203; i++) {
      int user =
          jdbc.sql(
                  "INSERT INTO users (name, email, password, role) VALUES ('U', ?, 'x', 'developer') RETURNING id")
              .param("u" + i + "@example.com")
              .query(Integer.class)
              .single();
      jdbc.sql("INSERT INTO github_tokens (user_id, access_token) VALUES (?, ?)")
          .params(user, OLD.seal(Purpose.GITHUB_TOKEN, "gho_secret" + i))
          .update();
    }
    var dev = given.aDeveloper();
    connected(dev, "octocat");
    jdbc.sql("UPDATE github_repositories SET webhook_secret = ?")
        .param(OLD.seal(Purpose.WEBHOOK_SECRET, "hook secret"))
        .update();
    assertThat(reencrypt(url())).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("public.github_tokens.access_token: 1203 encrypted anew, 0 left")
        .contains("Together: 1203 encrypted anew, 0 left");
    assertThat(
            jdbc.sql("SELECT count(*) FROM github_tokens WHERE starts_with(access_token, ?)")
                .param(box.currentPrefix())
                .query(Integer.class)
                .single())
        .isEqualTo(1_204);
    assertThat(said.toString(StandardCharsets.UTF_8) + log.getAll()).doesNotContain("gho_secret");
    as(dev).get("/github/repositories").then().statusCode(200);
    said.reset();
    assertThat(reencrypt(url())).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("Together: 0 encrypted anew");
  }

  @Test
  void whatNoKeyOpensIsCountedAndLeft() {
    connected(given.aDeveloper(), "octocat");
    String foreign =
        SecretBoxes.with("a key nobody has any more").seal(Purpose.GITHUB_TOKEN, "gho_secret");
    jdbc.sql("UPDATE github_tokens SET access_token = ?").param(foreign).update();
    assertThat(reencrypt(url())).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("0 encrypted anew, 1 left");
    assertThat(jdbc.sql("SELECT access_token FROM github_tokens").query(String.class).single())
        .isEqualTo(foreign);
  }

  @Test
  void theEmbeddedDatabaseIsLeftToItsServer() {
    assertThatThrownBy(() -> reencrypt("embedded"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("belongs to the running server");
  }
}

package dev.devsync.github.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.github.GithubHttpTest;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.platform.crypto.SecretBoxes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TokenSealingTest extends GithubHttpTest {

  @Autowired private TokenSealing sealing;

  private void stored(String table, int id, int user, String access, String refresh) {
    jdbc.sql(
            "INSERT INTO "
                + table
                + " (id, user_id, access_token, refresh_token) VALUES (?, ?, ?, ?)")
        .params(id, user, access, refresh)
        .update();
  }

  private Map<String, Object> row(String table, int id) {
    return jdbc.sql("SELECT access_token, refresh_token FROM " + table + " WHERE id = ?")
        .param(id)
        .query()
        .singleRow();
  }

  private String opened(Object sealed) throws Exception {
    return box.open(Purpose.GITHUB_TOKEN, (String) sealed);
  }

  @Test
  void tokensLeftInClearAreSealedInBothTables() throws Exception {
    int user = given.aDeveloper().id();
    stored("github_tokens", 1, user, "gho_clear", "ghr_clear");
    stored("ops.superseded_github_tokens", 2, user, "gho_older", null);
    sealing.reseal();
    assertThat(opened(row("github_tokens", 1).get("access_token"))).isEqualTo("gho_clear");
    assertThat(opened(row("github_tokens", 1).get("refresh_token"))).isEqualTo("ghr_clear");
    assertThat(opened(row("ops.superseded_github_tokens", 2).get("access_token")))
        .isEqualTo("gho_older");
    assertThat(row("ops.superseded_github_tokens", 2).get("refresh_token")).isNull();
  }

  @Test
  void whatIsUnderAnOlderKeyMovesToTheNewest() throws Exception {
    int user = given.aDeveloper().id();
    String old =
        SecretBoxes.with("the older key of the tests").seal(Purpose.GITHUB_TOKEN, "gho_secret");
    stored("github_tokens", 1, user, old, null);
    sealing.reseal();
    String now = (String) row("github_tokens", 1).get("access_token");
    assertThat(now).startsWith(box.currentPrefix()).isNotEqualTo(old);
    assertThat(opened(now)).isEqualTo("gho_secret");
    sealing.reseal();
    assertThat(row("github_tokens", 1).get("access_token")).isEqualTo(now);
  }

  @Test
  void whatNoKeyOpensStaysAndIsReportedWithoutBeingShown(CapturedOutput log) {
    int user = given.aDeveloper().id();
    String foreign =
        SecretBoxes.with("a key nobody has any more").seal(Purpose.GITHUB_TOKEN, "gho_secret");
    stored("github_tokens", 1, user, foreign, null);
    sealing.reseal();
    assertThat(row("github_tokens", 1)).containsEntry("access_token", foreign);
    assertThat(log.getOut())
        .contains("access_token of row 1 stays as it is")
        .doesNotContain(foreign);
  }

  @Test
  void webhookSecretsAreSealedToo() throws Exception {
    int repo = given.aRepository("acme/door");
    jdbc.sql(
            "UPDATE github_repositories SET webhook_secret = 'a secret in clear text' WHERE id = ?")
        .param(repo)
        .update();
    sealing.reseal();
    String sealed =
        jdbc.sql("SELECT webhook_secret FROM github_repositories").query(String.class).single();
    assertThat(SecretBox.isSealed(sealed)).isTrue();
    assertThat(box.open(Purpose.WEBHOOK_SECRET, sealed)).isEqualTo("a secret in clear text");
  }
}

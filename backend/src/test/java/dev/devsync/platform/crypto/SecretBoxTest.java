package dev.devsync.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private final SecretBox box = box("new key", "old key");

  private static SecretBox box(String... keys) {
    return new SecretBox(() -> List.of(keys));
  }

  @Test
  void whatIsSealedCanBeOpened() throws Exception {
    String sealed = box.seal(Purpose.GITHUB_TOKEN, "gho_ä🙂");
    assertThat(sealed)
        .matches("[A-Za-z0-9._-]+")
        .doesNotContain("gho_")
        .startsWith(box.currentPrefix());
    assertThat(SecretBox.isSealed(sealed)).isTrue();
    assertThat(box.open(Purpose.GITHUB_TOKEN, sealed)).isEqualTo("gho_ä🙂");
  }

  @Test
  void theSameTextIsNeverSealedAlike() {
    assertThat(box.seal(Purpose.GITHUB_TOKEN, "x"))
        .isNotEqualTo(box.seal(Purpose.GITHUB_TOKEN, "x"));
  }

  @Test
  void olderKeysStillOpen() throws Exception {
    String sealed = box("old key").seal(Purpose.WEBHOOK_SECRET, "secret");
    assertThat(box.open(Purpose.WEBHOOK_SECRET, sealed)).isEqualTo("secret");
    assertThat(sealed).doesNotStartWith(box.currentPrefix());
  }

  @Test
  void nothingOpensWithAForeignKeyForAnotherPurposeOrAfterAChange() {
    String sealed = box.seal(Purpose.GITHUB_TOKEN, "secret");
    // Not the last character, of which some bits mean nothing.
    int middle = sealed.length() / 2;
    String other = sealed.charAt(middle) == 'A' ? "B" : "A";
    String changed = sealed.substring(0, middle) + other + sealed.substring(middle + 1);
    assertThatThrownBy(() -> box("another").open(Purpose.GITHUB_TOKEN, sealed))
        .isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> box.open(Purpose.OAUTH_STATE, sealed)).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> box.open(Purpose.GITHUB_TOKEN, changed))
        .isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> box.open(Purpose.GITHUB_TOKEN, "gho_0123456789"))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void tokensOfGithubAreNotMistakenForSealedTexts() {
    assertThat(SecretBox.isSealed("gho_16C7e42F292c6912E7710c838347Ae178B4a")).isFalse();
    assertThat(SecretBox.isSealed("v1.1f699f1069f60xxx1f699f1069f60xxx1f699f10")).isFalse();
  }

  @Test
  void aBoxWithoutKeysSealsNothing() {
    assertThat(box().isUsable()).isFalse();
    assertThatThrownBy(() -> box().seal(Purpose.GITHUB_TOKEN, "x"))
        .hasMessageContaining("TOKEN_ENCRYPTION_KEY");
  }
}

package dev.devsync.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class BodyReadingCheckTest {

  @Test
  void readingWhatIsDocumentedIsNoDifference() {
    assertThat(BodyReadingCheck.difference(Set.of("name", "role"), Set.of("role", "name"))).isEmpty();
  }

  @Test
  void bothKindsOfDifferenceAreNamed() {
    assertThat(BodyReadingCheck.difference(Set.of("name", "nickname"), Set.of("name", "role")))
        .containsExactly("nickname is read but not documented", "role is documented but not read");
  }
}

package dev.devsync.infra;

import java.util.Map;
import java.util.Objects;

/** Reads one setting and refuses what cannot work with a sentence that says what to set. */
final class Setting {

  private Setting() {}

  static void require(String name, String value, String pattern, String expected) {
    if (!Objects.requireNonNullElse(value, "").matches(pattern)) {
      throw new IllegalArgumentException(
          "Set '%s' in cdk.json (or with --context) to %s; it is '%s'."
              .formatted(name, expected, value));
    }
  }

  static String text(Map<?, ?> settings, String name) {
    return Objects.toString(settings.get(name), "").strip();
  }
}

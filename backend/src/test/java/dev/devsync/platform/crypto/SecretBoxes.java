package dev.devsync.platform.crypto;

import java.util.List;

/** Boxes with keys of a test's choice. */
public final class SecretBoxes {

  private SecretBoxes() {}

  public static SecretBox with(String... keys) {
    return new SecretBox(() -> List.of(keys));
  }
}

package dev.devsync.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An AES-256 key made from a text by HKDF.
 *
 * @param id eight hexadecimal digits that tell keys apart and nothing about them
 */
record EncryptionKey(String id, SecretKey secret) {

  static EncryptionKey of(String text) {
    return new EncryptionKey(
        HexFormat.of().formatHex(derive(text, "devsync key id", 4)),
        new SecretKeySpec(derive(text, "devsync secrets at rest", 32), "AES"));
  }

  private static byte[] derive(String text, String use, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(text.getBytes(StandardCharsets.UTF_8))
                  .thenExpand(use.getBytes(StandardCharsets.UTF_8), length));
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("HKDF-SHA256 belongs to every JDK", unavailable);
    }
  }

  @Override
  public String toString() {
    return "EncryptionKey[id=" + id + "]";
  }
}

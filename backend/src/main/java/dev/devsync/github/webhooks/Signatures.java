package dev.devsync.github.webhooks;

import dev.devsync.github.GithubSettings;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.platform.crypto.Unreadable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks that a delivery was signed with the secret of its repository, or else with the server's.
 */
@Component
class Signatures {

  private static final String SCHEME = "sha256=";
  private static final int HEX_DIGITS = 64;

  private final GithubSettings settings;
  private final SecretBox box;

  Signatures(GithubSettings settings, SecretBox box) {
    this.settings = settings;
    this.box = box;
  }

  /** Whether the header can be a signature at all. */
  static boolean isPlausible(@Nullable String header) {
    return header != null
        && header.startsWith(SCHEME)
        && header.length() == SCHEME.length() + HEX_DIGITS;
  }

  /** Compared in constant time; without any secret nothing is right. */
  boolean isRight(String header, byte[] body, @Nullable String sealedSecret) {
    String secret = secret(sealedSecret);
    if (secret == null) {
      return false;
    }
    byte[] expected =
        (SCHEME + HexFormat.of().formatHex(hmac(body, secret))).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, header.getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable String secret(@Nullable String sealed) {
    if (sealed == null) {
      return settings.webhookSecret();
    }
    try {
      return box.open(Purpose.WEBHOOK_SECRET, sealed);
    } catch (Unreadable lost) {
      return null;
    }
  }

  private static byte[] hmac(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("HmacSHA256 belongs to every JDK", unavailable);
    }
  }
}

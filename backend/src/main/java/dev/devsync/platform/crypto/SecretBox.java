package dev.devsync.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.util.function.SingletonSupplier;

/**
 * Encrypts and authenticates texts with AES-256-GCM. A sealed text consists of URL-safe characters
 * and names its key: {@code v1.<key id>.<nonce and ciphertext in Base64>}.
 */
public final class SecretBox {

  private static final Pattern SEALED =
      Pattern.compile("v1\\.([0-9a-f]{8})\\.([A-Za-z0-9_-]{38,})");
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final Supplier<List<EncryptionKey>> keys;

  /** The first key seals; all of them open. The texts are asked for when the box is first used. */
  SecretBox(Supplier<List<String>> texts) {
    this.keys = SingletonSupplier.of(() -> texts.get().stream().map(EncryptionKey::of).toList());
  }

  /** Whether there is a key at all. */
  public boolean isUsable() {
    return !keys.get().isEmpty();
  }

  /** The text, encrypted under the newest key. */
  public String seal(Purpose purpose, String text) {
    EncryptionKey key = newest();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] ciphertext =
          cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] sealed =
          ByteBuffer.allocate(NONCE_BYTES + ciphertext.length).put(nonce).put(ciphertext).array();
      return currentPrefix() + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("AES-GCM belongs to every JDK", unavailable);
    }
  }

  /** The text that was sealed for this purpose. */
  public String open(Purpose purpose, String sealed) throws Unreadable {
    Matcher parts = SEALED.matcher(sealed);
    if (!parts.matches()) {
      throw new Unreadable("not a sealed text");
    }
    EncryptionKey key = key(parts.group(1));
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.group(2)));
      byte[] nonce = new byte[NONCE_BYTES];
      bytes.get(nonce);
      byte[] ciphertext = new byte[bytes.remaining()];
      bytes.get(ciphertext);
      return new String(
          cipher(Cipher.DECRYPT_MODE, key, nonce, purpose).doFinal(ciphertext),
          StandardCharsets.UTF_8);
    } catch (AEADBadTagException | IllegalArgumentException changed) {
      throw new Unreadable("changed, or sealed for another purpose");
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("AES-GCM belongs to every JDK", unavailable);
    }
  }

  /** Whether the text looks like one that {@link #seal} made, under whatever key. */
  public static boolean isSealed(String text) {
    return SEALED.matcher(text).matches();
  }

  /** What texts sealed under the newest key start with. */
  public String currentPrefix() {
    return "v1." + newest().id() + ".";
  }

  private EncryptionKey newest() {
    if (!isUsable()) {
      throw new IllegalStateException("TOKEN_ENCRYPTION_KEY is not set");
    }
    return keys.get().getFirst();
  }

  private EncryptionKey key(String id) throws Unreadable {
    return keys.get().stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Unreadable("sealed under the unknown key " + id));
  }

  private static Cipher cipher(int mode, EncryptionKey key, byte[] nonce, Purpose purpose)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.name().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}

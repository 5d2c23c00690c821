package dev.devsync.users;

import dev.devsync.platform.errors.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords with bcrypt, cost 12 (conventions, section 8.7). Each takes a fifth
 * of a second of one core, so only some run at once and the rest of the server stays quick.
 */
@Component
public class Passwords {

  private static final int COST = 12;
  private static final int BCRYPT_BYTES = 72;
  private static final long LONGEST_WAIT_SECONDS = 6;
  // As long as any other and well-formed, yet of no password.
  private static final String NOBODYS_HASH = "$2b$" + COST + "$" + ".".repeat(53);

  private final Semaphore permits =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  /** The hash to store; call it outside of transactions. */
  public String hash(String password) {
    return withPermit(() -> BCrypt.hashpw(significant(password), BCrypt.gensalt("$2b", COST)));
  }

  /** Whether the password fits; a stored hash that is none fits no password. */
  public boolean matches(String password, String hash) {
    return withPermit(() -> check(password, hash));
  }

  /** Takes as long as {@link #matches}, for accounts that do not exist. */
  public void pretendToMatch(String password) {
    boolean ignored = matches(password, NOBODYS_HASH);
  }

  private static boolean check(String password, String hash) {
    try {
      return BCrypt.checkpw(significant(password), hash.replaceFirst("^\\$2y\\$", "\\$2b\\$"));
    } catch (IllegalArgumentException malformedHash) {
      return false;
    }
  }

  /** bcrypt looks at 72 bytes; what follows never counted. */
  private static byte[] significant(String password) {
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= BCRYPT_BYTES ? bytes : Arrays.copyOf(bytes, BCRYPT_BYTES);
  }

  private <T> T withPermit(Supplier<T> work) {
    try {
      if (!permits.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw ApiException.of(
            HttpStatus.SERVICE_UNAVAILABLE, "Too many sign-ins at the moment. Please try again.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to hash", interrupted);
    }
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }
}

package dev.devsync.github.webhooks;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.errors.ErrorBodies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;

/**
 * Reads bodies of deliveries. Anybody can send one, so only so many large ones are held at the same
 * time; the usual ones are small and never wait.
 */
final class DeliveryBodies {

  static final int USUAL = 256 * 1024;
  private static final int LARGEST = 10 * 1024 * 1024;

  private final Semaphore large;
  private final Duration patience;

  DeliveryBodies(int largeAtOnce, Duration patience) {
    this.large = new Semaphore(largeAtOnce);
    this.patience = patience;
  }

  /** What is done with a body while it is held. */
  interface Use<T> {
    T of(byte[] body);
  }

  <T> T read(InputStream source, Use<T> use) throws IOException {
    byte[] start = source.readNBytes(USUAL);
    if (start.length < USUAL) {
      return use.of(start);
    }
    if (!isAdmitted()) {
      throw ApiException.of(
          HttpStatus.SERVICE_UNAVAILABLE, ErrorBodies.error("Too many large deliveries at once"));
    }
    try {
      return use.of(whole(start, source));
    } finally {
      large.release();
    }
  }

  private boolean isAdmitted() {
    try {
      return large.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static byte[] whole(byte[] start, InputStream source) throws IOException {
    byte[] rest = source.readNBytes(LARGEST + 1 - start.length);
    if (start.length + rest.length > LARGEST) {
      throw ApiException.of(
          HttpStatus.CONTENT_TOO_LARGE, ErrorBodies.error("Request body too large"));
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(start.length + rest.length);
    whole.writeBytes(start);
    whole.writeBytes(rest);
    return whole.toByteArray();
  }
}

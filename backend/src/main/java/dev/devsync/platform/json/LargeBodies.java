package dev.devsync.platform.json;

import dev.devsync.platform.errors.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Lets only a few requests with large bodies be in memory at a time; the others wait their turn.
 */
@Component
class LargeBodies {

  static final int MOST_AT_ONCE = 4;

  private static final String ADMITTED = LargeBodies.class.getName();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore permits = new Semaphore(MOST_AT_ONCE, true);

  /** Takes a turn for the request, until {@link #leave}. */
  void enter(HttpServletRequest request) {
    try {
      if (permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        request.setAttribute(ADMITTED, true);
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw ApiException.unavailable(
        "The service is busy with other large requests. Please try again.", PATIENCE);
  }

  void leave(HttpServletRequest request) {
    if (request.getAttribute(ADMITTED) != null) {
      request.removeAttribute(ADMITTED);
      permits.release();
    }
  }
}

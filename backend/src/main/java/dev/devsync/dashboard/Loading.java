package dev.devsync.dashboard;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.errors.Outage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;

/**
 * Loads dashboards; what goes wrong meanwhile is told in their own words (contract, error shape
 * E10).
 */
final class Loading {

  private static final Logger log = LoggerFactory.getLogger(Loading.class);

  private Loading() {}

  static <T> T of(Supplier<T> dashboard) {
    try {
      return dashboard.get();
    } catch (ApiException | JacksonException passed) {
      throw passed;
    } catch (RuntimeException failure) {
      throw told(failure);
    }
  }

  static void run(Runnable part) {
    of(
        () -> {
          part.run();
          return true;
        });
  }

  /** A database that is away is no failure of the dashboard, and clients are to try again. */
  private static RuntimeException told(RuntimeException failure) {
    if (Outage.isBehind(failure)) {
      return failure;
    }
    log.error("A dashboard cannot be loaded", failure);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("message", "An error occurred while loading the dashboard");
    body.put("error", "An unexpected error occurred");
    return ApiException.of(HttpStatus.INTERNAL_SERVER_ERROR, body);
  }
}

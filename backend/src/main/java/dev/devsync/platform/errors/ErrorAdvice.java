package dev.devsync.platform.errors;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place that turns failures into the bodies of the contract. */
@RestControllerAdvice
class ErrorAdvice {

  private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);
  private static final Duration OUTAGE_RETRY = Duration.ofSeconds(5);

  @ExceptionHandler
  ResponseEntity<Map<String, @Nullable Object>> refused(ApiException refusal) {
    return answer(refusal.status(), refusal.body(), refusal.retryAfter());
  }

  /** Unknown paths, and path ids beyond 32 bits, which no record can have. */
  @ExceptionHandler({
    NoHandlerFoundException.class,
    NoResourceFoundException.class,
    MethodArgumentTypeMismatchException.class
  })
  ResponseEntity<Map<String, @Nullable Object>> unknown() {
    return answer(HttpStatus.NOT_FOUND, ErrorBodies.resourceNotFound(), null);
  }

  /** A query or a header that cannot be read. */
  @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
  ResponseEntity<Map<String, @Nullable Object>> unreadable() {
    return answer(HttpStatus.BAD_REQUEST, ErrorBodies.error("Bad Request"), null);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, @Nullable Object>> wrongMethod(
      HttpRequestMethodNotSupportedException wrong) {
    return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
        .contentType(MediaType.APPLICATION_JSON)
        .headers(headers -> headers.putAll(wrong.getHeaders()))
        .body(ErrorBodies.methodNotAllowed());
  }

  /** The database refused a change. */
  @ExceptionHandler
  @Nullable ResponseEntity<Map<String, @Nullable Object>> unstorable(
      DataIntegrityViolationException refusal, HttpServletResponse response) throws Exception {
    if (SqlState.of(refusal).startsWith(SqlState.CONSTRAINT_VIOLATION)) {
      // Something that the change refers to went away between the check and the change.
      log.info("A change was overtaken by another: {}", refusal.getClass().getSimpleName());
      return answer(
          HttpStatus.CONFLICT,
          ErrorBodies.error("Somebody else changed this just now. Please try again."),
          null);
    }
    return unexpected(refusal, response);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Map<String, @Nullable Object>> unexpected(
      Exception failure, HttpServletResponse response) throws Exception {
    // What was said of the answer that failed does not hold for this one.
    response.setHeader(HttpHeaders.ETAG, null);
    response.setHeader(HttpHeaders.CACHE_CONTROL, null);
    if (isClientGone(failure)) {
      log.debug("The client went away before its answer was written");
      return null;
    }
    if (response.isCommitted()) {
      // Part of the answer is out; only a broken connection can say that the rest will not come.
      throw failure;
    }
    if (Outage.isBehind(failure)) {
      log.warn("The database is unavailable: {}", failure.getMessage());
      return answer(
          HttpStatus.SERVICE_UNAVAILABLE,
          ErrorBodies.error("The service is temporarily unavailable. Please try again."),
          OUTAGE_RETRY);
    }
    log.error("Unexpected failure", failure);
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, ErrorBodies.unexpected(), null);
  }

  private static boolean isClientGone(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // The second is a body that is not what its headers say; the container answers 400.
      if (cause instanceof ClientAbortException
          || cause instanceof BadRequestException
          || cause instanceof AsyncRequestNotUsableException) {
        return true;
      }
    }
    return false;
  }

  private static ResponseEntity<Map<String, @Nullable Object>> answer(
      HttpStatus status, Map<String, @Nullable Object> body, @Nullable Duration retryAfter) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
    if (retryAfter != null) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
    return answer.body(body);
  }
}

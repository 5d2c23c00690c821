package dev.devsync.platform.errors;

import dev.devsync.platform.access.OpenTo;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for failures outside the controllers: filters and the container itself. */
@RestController
class FallbackErrorController implements ErrorController {

  @RequestMapping("/error")
  @OpenTo(OpenTo.Audience.EVERYONE)
  ResponseEntity<Map<String, @Nullable Object>> error(HttpServletRequest request) {
    HttpStatus status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? HttpStatus.valueOf(code)
            : HttpStatus.NOT_FOUND;
    return ResponseEntity.status(status).body(bodyFor(status));
  }

  private static Map<String, @Nullable Object> bodyFor(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> ErrorBodies.resourceNotFound();
      case METHOD_NOT_ALLOWED -> ErrorBodies.methodNotAllowed();
      case INTERNAL_SERVER_ERROR -> ErrorBodies.unexpected();
      default -> ErrorBodies.error(status.getReasonPhrase());
    };
  }
}

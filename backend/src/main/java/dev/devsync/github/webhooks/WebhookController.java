package dev.devsync.github.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.devsync.platform.access.OpenTo;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.errors.ErrorBodies;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Refuses;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where GitHub delivers what happened. */
@RestController
class WebhookController {

  private static final int LARGEST = 10 * 1024 * 1024;

  private final Webhooks webhooks;

  WebhookController(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @PostMapping("/api/v1/github/webhook")
  @OpenTo(OpenTo.Audience.EVERYONE)
  @Refuses({400, 401})
  @Answers(value = WebhookFailure.class, status = 400)
  @Answers(value = WebhookFailure.class, status = 413)
  WebhookAnswer receiveWebhook(
      @RequestHeader(name = "X-GitHub-Event", required = false) @Nullable String event,
      @RequestHeader(name = "X-GitHub-Delivery", required = false) @Nullable String delivery,
      @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signature,
      HttpServletRequest request)
      throws IOException {
    // Who does not even pretend to sign must not make the server read megabytes.
    if (signature == null || !Signatures.isPlausible(signature)) {
      throw Webhooks.wrongSignature();
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      throw ApiException.of(
          HttpStatus.CONTENT_TOO_LARGE, ErrorBodies.error("Request body too large"));
    }
    return webhooks.receive(event == null ? "" : event, delivery, signature, body);
  }

  /** What became of the delivery; the number is there only if it was processed. */
  record WebhookAnswer(
      String message, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer tasksUpdated) {

    static WebhookAnswer of(String message) {
      return new WebhookAnswer(message, null);
    }
  }
}

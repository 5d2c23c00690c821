package dev.devsync.github.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.devsync.platform.access.OpenTo;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Refuses;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where GitHub delivers what happened. */
@RestController
class WebhookController {

  private final Webhooks webhooks;
  private final DeliveryBodies bodies = new DeliveryBodies(4, Duration.ofSeconds(5));

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
    return bodies.read(
        request.getInputStream(),
        body -> webhooks.receive(event == null ? "" : event, delivery, signature, body));
  }

  /** What became of the delivery; the number is there only if it was processed. */
  record WebhookAnswer(
      String message, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer tasksUpdated) {

    static WebhookAnswer of(String message) {
      return new WebhookAnswer(message, null);
    }
  }
}

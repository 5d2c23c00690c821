package dev.devsync.github.webhooks;

import dev.devsync.github.GithubUnavailable;
import dev.devsync.github.webhooks.Registration.WebhookHook;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Refuses;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registers webhooks on GitHub. */
@RestController
class RegistrationController {

  private final Registration registration;

  RegistrationController(Registration registration) {
    this.registration = registration;
  }

  @PostMapping("/api/v1/github/repositories/{repoId:\\d+}/webhook")
  @Requires(Right.MANAGE_SYNCHRONISATION)
  @ResponseStatus(HttpStatus.CREATED)
  @Refuses({400, 401, 409, 502})
  @Answers(value = GithubUnavailable.class, status = 503)
  WebhookRegistered registerWebhook(@PathVariable int repoId, Caller caller) {
    return new WebhookRegistered(
        "Webhook registered on GitHub", registration.register(repoId, caller));
  }

  record WebhookRegistered(String message, WebhookHook webhook) {}
}

package dev.devsync.github.webhooks;

import dev.devsync.github.TaskKeys;
import dev.devsync.github.client.Json;
import dev.devsync.github.pulls.PullRequestNews;
import dev.devsync.github.repositories.RepositoryName;
import dev.devsync.github.repositories.RepositoryRows;
import dev.devsync.github.sync.IssueNews;
import dev.devsync.github.webhooks.Deliveries.Heeded;
import dev.devsync.github.webhooks.SenderRepository.Sender;
import dev.devsync.github.webhooks.WebhookController.WebhookAnswer;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.errors.ErrorBodies;
import dev.devsync.platform.json.Texts;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks, keeps and heeds what GitHub delivers. */
@Service
class Webhooks {

  private static final int LONGEST_ID = 100;
  private static final int LONGEST_NAME = 50;

  private final SenderRepository senders;
  private final Signatures signatures;
  private final Deliveries deliveries;
  private final RegistrationRepository registrations;
  private final RepositoryRows repositories;
  private final TaskKeys keys;
  private final JsonMapper json;

  Webhooks(
      SenderRepository senders,
      Signatures signatures,
      Deliveries deliveries,
      RegistrationRepository registrations,
      RepositoryRows repositories,
      TaskKeys keys,
      JsonMapper json) {
    this.senders = senders;
    this.signatures = signatures;
    this.deliveries = deliveries;
    this.registrations = registrations;
    this.repositories = repositories;
    this.keys = keys;
    this.json = json;
  }

  WebhookAnswer receive(String event, @Nullable String deliveryId, String signature, byte[] body) {
    ClaimedSender claimed = ClaimedSender.of(json, body);
    Sender sender = senders.find(claimed.githubId(), claimed.fullName()).orElse(null);
    if (!isRight(signature, body, sender)) {
      throw wrongSignature();
    }
    JsonNode payload = parsed(body);
    if (payload == null) {
      throw ApiException.of(
          HttpStatus.BAD_REQUEST, ErrorBodies.error("Invalid JSON format in request body"));
    }
    if (!payload.path("repository").path("id").isIntegralNumber()) {
      throw ApiException.badRequest("Invalid repository data in webhook payload");
    }
    if (sender != null) {
      followName(sender, payload.path("repository"));
    }
    return event.equals("ping")
        ? WebhookAnswer.of("pong")
        : heeded(event, deliveryId, payload, sender);
  }

  private boolean isRight(String signature, byte[] body, @Nullable Sender sender) {
    if (sender == null) {
      return signatures.isRight(signature, body, null);
    }
    if (!signatures.isRight(signature, body, sender.sealedSecret())) {
      return sender.isUncertain() && signatures.isRight(signature, body, sender.sealedFormer());
    }
    if (sender.isUncertain()) {
      registrations.settle(sender.repoId());
    }
    return true;
  }

  private WebhookAnswer heeded(
      String event, @Nullable String deliveryId, JsonNode payload, @Nullable Sender sender) {
    Record news = sender == null ? null : news(event, payload, sender.repoId());
    Delivery delivery =
        new Delivery(
            deliveryId == null ? UUID.randomUUID().toString() : Texts.cut(deliveryId, LONGEST_ID),
            Texts.cut(event, LONGEST_NAME),
            Texts.cut(Json.text(payload, "action"), LONGEST_NAME),
            sender == null ? null : sender.repoId());
    Optional<Long> kept = deliveries.keep(delivery, news);
    if (kept.isEmpty()) {
      return WebhookAnswer.of("Duplicate delivery ignored");
    }
    if (news == null) {
      return WebhookAnswer.of("Event ignored");
    }
    Heeded heeded = deliveries.heed(kept.get());
    return heeded.concerned()
        ? new WebhookAnswer("Webhook processed", heeded.tasksUpdated())
        : WebhookAnswer.of("Event ignored");
  }

  /** What is signed may be believed: the repository was renamed, or moved to another owner. */
  private void followName(Sender sender, JsonNode repository) {
    String name = Json.text(repository, "full_name");
    String url = Json.text(repository, "html_url");
    if (sender.isKnownById()
        && RepositoryName.isValid(name)
        && !name.equals(sender.name())
        && !url.isEmpty()) {
      repositories.follow(sender.repoId(), repository.path("id").asLong(0), name, url);
    }
  }

  private @Nullable Record news(String event, JsonNode payload, int repoId) {
    return switch (event) {
      case Deliveries.ISSUES -> issueNews(payload, repoId);
      case Deliveries.PULL_REQUEST ->
          PullRequestNews.of(repoId, payload.path("pull_request"), keys);
      default -> null;
    };
  }

  private static @Nullable IssueNews issueNews(JsonNode payload, int repoId) {
    JsonNode issue = payload.path("issue");
    if (Json.integer(issue, "number") < 1) {
      return null;
    }
    return switch (Json.text(payload, "action")) {
      case "closed", "reopened", "edited" -> IssueNews.of(repoId, issue);
      case "deleted", "transferred" -> IssueNews.gone(repoId, Json.integer(issue, "number"));
      default -> null;
    };
  }

  static ApiException wrongSignature() {
    return ApiException.unauthorized("Invalid webhook signature");
  }

  private @Nullable JsonNode parsed(byte[] body) {
    try {
      JsonNode node = json.readTree(body);
      return node.isMissingNode() ? null : node;
    } catch (JacksonException malformed) {
      return null;
    }
  }
}

package dev.devsync.github.webhooks;

import dev.devsync.github.GithubSettings;
import dev.devsync.github.Integration;
import dev.devsync.github.accounts.GithubSessions;
import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.repositories.RepositoryName;
import dev.devsync.github.repositories.RepositoryRow;
import dev.devsync.github.repositories.RepositoryRows;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.platform.errors.ApiException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Sets a repository on GitHub up to deliver what happens, signed with a secret that nobody has to
 * handle.
 */
@Service
class Registration {

  private static final int SECRET_BYTES = 32;

  private final GithubApi github;
  private final GithubSessions sessions;
  private final GithubSettings settings;
  private final RepositoryRows repositories;
  private final Integration integration;
  private final SecretBox box;
  private final ChangeLog changes;
  private final TransactionTemplate transaction;

  Registration(
      GithubApi github,
      GithubSessions sessions,
      GithubSettings settings,
      RepositoryRows repositories,
      Integration integration,
      SecretBox box,
      ChangeLog changes,
      TransactionTemplate transaction) {
    this.github = github;
    this.sessions = sessions;
    this.settings = settings;
    this.repositories = repositories;
    this.integration = integration;
    this.box = box;
    this.changes = changes;
    this.transaction = transaction;
  }

  /** Where deliveries are sent, and what GitHub calls the hook. */
  record WebhookHook(long id, String url) {}

  WebhookHook register(int repoId, Caller caller) {
    integration.requireEnabled();
    RepositoryRow repository = repositories.require(repoId);
    RepositoryName name = RepositoryName.of(repository.name());
    String secret = newSecret();
    // Stored first, because GitHub tries the hook out before it answers; undone if there will be no
    // hook.
    String former =
        repositories.replaceWebhookSecret(repoId, box.seal(Purpose.WEBHOOK_SECRET, secret));
    try {
      long id = sessions.as(caller, token -> created(token, name, secret));
      transaction.executeWithoutResult(status -> changes.audit(caller.actor(), audit(repository)));
      return new WebhookHook(id, url());
    } catch (RuntimeException failure) {
      repositories.replaceWebhookSecret(repoId, former);
      throw failure;
    }
  }

  private long created(String token, RepositoryName name, String secret) {
    Map<String, Object> hook =
        Map.of(
            "name",
            "web",
            "active",
            true,
            "events",
            List.of("issues", "pull_request"),
            "config",
            Map.of("url", url(), "content_type", "json", "secret", secret));
    try {
      JsonNode answer = github.send(token, "POST", "/repos/" + name + "/hooks", hook).body();
      return answer.path("id").asLong(0);
    } catch (GithubTrouble trouble) {
      throw switch (trouble.kind()) {
        case NOT_FOUND, FORBIDDEN ->
            ApiException.forbidden("GitHub refused to register the webhook");
        case REFUSED -> ApiException.conflict("The repository has this webhook already");
        default -> trouble;
      };
    }
  }

  /** Beside the callback, whose public address the server knows. */
  private String url() {
    return settings.callback().replaceFirst("/callback$", "/webhook");
  }

  private static AuditEntry audit(RepositoryRow repository) {
    return AuditEntry.of(
        "github_webhook_registered",
        "github_repository",
        repository.id(),
        Map.of("repo_name", repository.name()));
  }

  private static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package dev.devsync.github.webhooks;

import dev.devsync.github.GithubSettings;
import dev.devsync.github.Integration;
import dev.devsync.github.accounts.GithubSessions;
import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.Json;
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
import java.util.LinkedHashMap;
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
  private final HookTrial trial;
  private final GithubSessions sessions;
  private final GithubSettings settings;
  private final RepositoryRows repositories;
  private final Integration integration;
  private final SecretBox box;
  private final ChangeLog changes;
  private final TransactionTemplate transaction;

  Registration(
      GithubApi github,
      HookTrial trial,
      GithubSessions sessions,
      GithubSettings settings,
      RepositoryRows repositories,
      Integration integration,
      SecretBox box,
      ChangeLog changes,
      TransactionTemplate transaction) {
    this.github = github;
    this.trial = trial;
    this.sessions = sessions;
    this.settings = settings;
    this.repositories = repositories;
    this.integration = integration;
    this.box = box;
    this.changes = changes;
    this.transaction = transaction;
  }

  /** What GitHub calls the hook, where it sends deliveries, and whether one arrived. */
  record WebhookHook(long id, String url, HookTrial.Ping ping) {}

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
      return new WebhookHook(id, url(), tried(name, id, caller));
    } catch (RuntimeException failure) {
      repositories.replaceWebhookSecret(repoId, former);
      throw failure;
    }
  }

  private HookTrial.Ping tried(RepositoryName name, long id, Caller caller) {
    return sessions.as(caller, token -> trial.of("/repos/" + name + "/hooks/" + id, token));
  }

  private long created(String token, RepositoryName name, String secret) {
    String hooks = "/repos/" + name + "/hooks";
    Map<String, Object> hook = new LinkedHashMap<>();
    hook.put("name", "web");
    hook.put("active", true);
    hook.put("events", List.of("issues", "pull_request"));
    hook.put("config", Map.of("url", url(), "content_type", "json", "secret", secret));
    try {
      long existing = existing(token, hooks);
      return existing == 0
          ? github.send(token, "POST", hooks, hook).body().path("id").asLong(0)
          : github.send(token, "PATCH", hooks + "/" + existing, hook).body().path("id").asLong(0);
    } catch (GithubTrouble trouble) {
      throw switch (trouble.kind()) {
        case NOT_FOUND, FORBIDDEN ->
            ApiException.forbidden("GitHub refused to register the webhook");
        case REFUSED -> ApiException.conflict("GitHub does not accept the webhook");
        default -> trouble;
      };
    }
  }

  /** The hook that leads here already, whose secret is replaced; 0 if there is none. */
  private long existing(String token, String hooks) {
    for (JsonNode hook : github.get(token, hooks + "?per_page=100").body()) {
      if (Json.text(hook.path("config"), "url").equals(url())) {
        return hook.path("id").asLong(0);
      }
    }
    return 0;
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

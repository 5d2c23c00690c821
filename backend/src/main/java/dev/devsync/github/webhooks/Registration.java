package dev.devsync.github.webhooks;

import dev.devsync.github.GithubSettings;
import dev.devsync.github.Integration;
import dev.devsync.github.accounts.GithubSessions;
import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.GithubTrouble.Kind;
import dev.devsync.github.client.Json;
import dev.devsync.github.repositories.RepositoryName;
import dev.devsync.github.repositories.RepositoryRow;
import dev.devsync.github.repositories.RepositoryRows;
import dev.devsync.github.sync.PacedWrites;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.platform.crypto.Unreadable;
import dev.devsync.platform.errors.ApiException;
import java.security.SecureRandom;
import java.time.Duration;
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

  private static final String CALLBACK = "/api/v1/github/callback";
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int SECRET_BYTES = 32;

  private final GithubApi github;
  private final HookTrial trial;
  private final PacedWrites paced;
  private final GithubSessions sessions;
  private final GithubSettings settings;
  private final RegistrationRepository registrations;
  private final RepositoryRows repositories;
  private final Integration integration;
  private final SecretBox box;
  private final ChangeLog changes;
  private final TransactionTemplate transaction;

  Registration(
      GithubApi github,
      HookTrial trial,
      PacedWrites paced,
      GithubSessions sessions,
      GithubSettings settings,
      RegistrationRepository registrations,
      RepositoryRows repositories,
      Integration integration,
      SecretBox box,
      ChangeLog changes,
      TransactionTemplate transaction) {
    this.github = github;
    this.trial = trial;
    this.paced = paced;
    this.sessions = sessions;
    this.settings = settings;
    this.registrations = registrations;
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
    requireOwnAddress();
    RepositoryRow repository = repositories.require(repoId);
    RepositoryName name = RepositoryName.of(repository.name());
    if (!registrations.take(repoId, LONGEST)) {
      throw ApiException.conflict("The webhook is being registered already");
    }
    try {
      long id = registered(repoId, name, caller);
      transaction.executeWithoutResult(status -> changes.audit(caller.actor(), audit(repository)));
      return new WebhookHook(id, url(), tried(name, id, caller));
    } finally {
      registrations.release(repoId);
    }
  }

  /**
   * The secret is stored first, because GitHub tries the hook out before it answers; undone if
   * there will be no hook. If nobody knows, the former one is accepted too.
   */
  private long registered(int repoId, RepositoryName name, Caller caller) {
    boolean wasUncertain = registrations.isUncertain(repoId);
    String secret = wasUncertain ? toldBefore(repoId) : newSecret();
    String former =
        repositories.replaceWebhookSecret(repoId, box.seal(Purpose.WEBHOOK_SECRET, secret));
    Runnable doubt = () -> registrations.doubt(repoId, former);
    try {
      long id =
          sessions.as(
              caller, token -> paced.write(caller.id(), () -> created(token, name, secret, doubt)));
      registrations.settle(repoId);
      return id;
    } catch (RuntimeException failure) {
      if (!registrations.isUncertain(repoId)) {
        repositories.replaceWebhookSecret(repoId, former);
      }
      throw failure;
    }
  }

  /**
   * What GitHub may have been told is told again, so that there are never more than two secrets.
   */
  private String toldBefore(int repoId) {
    try {
      String sealed = repositories.webhookSecret(repoId);
      return sealed == null ? newSecret() : box.open(Purpose.WEBHOOK_SECRET, sealed);
    } catch (Unreadable lost) {
      return newSecret();
    }
  }

  private HookTrial.Ping tried(RepositoryName name, long id, Caller caller) {
    return sessions.as(caller, token -> trial.of("/repos/" + name + "/hooks/" + id, token));
  }

  private long created(String token, RepositoryName name, String secret, Runnable doubt) {
    String hooks = "/repos/" + name + "/hooks";
    Map<String, Object> hook = new LinkedHashMap<>();
    hook.put("name", "web");
    hook.put("active", true);
    hook.put("events", List.of("issues", "pull_request"));
    hook.put("config", Map.of("url", url(), "content_type", "json", "secret", secret));
    try {
      long existing = existing(token, hooks);
      return existing == 0
          ? sent(token, "POST", hooks, hook, doubt)
          : sent(token, "PATCH", hooks + "/" + existing, hook, doubt);
    } catch (GithubTrouble trouble) {
      throw switch (trouble.kind()) {
        case NOT_FOUND, FORBIDDEN ->
            ApiException.forbidden("GitHub refused to register the webhook");
        case REFUSED -> ApiException.conflict("GitHub does not accept the webhook");
        default -> trouble;
      };
    }
  }

  private long sent(
      String token, String method, String path, Map<String, Object> hook, Runnable doubt) {
    try {
      return github.send(token, method, path, hook).body().path("id").asLong(0);
    } catch (GithubTrouble trouble) {
      if (trouble.is(Kind.UNAVAILABLE)) {
        doubt.run();
      }
      throw trouble;
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

  /** Beside the callback, if the browser comes back from GitHub to this server. */
  private String url() {
    return settings.callback().replaceFirst("/callback$", "/webhook");
  }

  /** Where the web client is called back instead, nothing tells the server's own address. */
  private void requireOwnAddress() {
    if (!settings.callback().endsWith(CALLBACK)) {
      throw ApiException.conflict(
          "The webhook has to be registered by hand, because GITHUB_REDIRECT_URI does not end with "
              + CALLBACK);
    }
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

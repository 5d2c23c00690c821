package dev.devsync.github.repositories;

import dev.devsync.github.GithubFailure;
import dev.devsync.github.Integration;
import dev.devsync.github.accounts.GithubSessions;
import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.GithubTrouble.Kind;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.platform.errors.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Makes repositories available to everybody. */
@Service
class Tracking {

  private final GithubApi github;
  private final GithubSessions sessions;
  private final KnownRepositories known;
  private final RepositoryRows rows;
  private final Integration integration;
  private final SecretBox box;
  private final ChangeLog changes;
  private final TransactionTemplate transaction;

  Tracking(
      GithubApi github,
      GithubSessions sessions,
      KnownRepositories known,
      RepositoryRows rows,
      Integration integration,
      SecretBox box,
      ChangeLog changes,
      TransactionTemplate transaction) {
    this.github = github;
    this.sessions = sessions;
    this.known = known;
    this.rows = rows;
    this.integration = integration;
    this.box = box;
    this.changes = changes;
    this.transaction = transaction;
  }

  /** A repository in the answers about tracking. */
  record TrackedRepository(int id, String name, String url) {}

  TrackedRepository track(TrackRequest request, Caller caller) {
    integration.requireEnabled();
    Listed listed = sessions.as(caller, token -> onGithub(request, token));
    return Objects.requireNonNull(transaction.execute(status -> tracked(listed, request, caller)));
  }

  private Listed onGithub(TrackRequest request, String token) {
    try {
      JsonNode json = github.get(token, "/repos/" + request.name()).body();
      Listed listed = Listed.of(json);
      return listed.isUsable()
          ? listed
          : new Listed(listed.githubId(), request.name(), request.url());
    } catch (GithubTrouble trouble) {
      if (trouble.is(Kind.NOT_FOUND) || trouble.is(Kind.FORBIDDEN)) {
        throw GithubFailure.noSuchRepository();
      }
      throw trouble;
    }
  }

  private TrackedRepository tracked(Listed listed, TrackRequest request, Caller caller) {
    RepositoryRow row = Objects.requireNonNull(known.of(List.of(listed)).get(listed.githubId()));
    TrackedRepository answer = new TrackedRepository(row.id(), row.name(), row.url());
    if (!rows.track(row.id(), sealed(request.webhookSecret()))) {
      throw ApiException.conflict("Repository is already being tracked", "repository", answer);
    }
    rows.rememberTracker(row.id(), caller.id());
    changes.audit(
        caller.actor(),
        AuditEntry.of(
            "github_repository_added",
            "github_repository",
            row.id(),
            Map.of("repo_name", row.name())));
    return answer;
  }

  private @Nullable String sealed(@Nullable String secret) {
    return secret == null ? null : box.seal(Purpose.WEBHOOK_SECRET, secret);
  }
}

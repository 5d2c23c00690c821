package dev.devsync.github.accounts;

import dev.devsync.github.GithubConnected;
import dev.devsync.github.GithubDisconnected;
import dev.devsync.github.client.OauthGrant;
import dev.devsync.platform.access.Actor;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.platform.crypto.Unreadable;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.users.User;
import dev.devsync.users.UserRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The GitHub accounts of users: at most one each. */
@Service
public class GithubAccounts {

  private static final Logger log = LoggerFactory.getLogger(GithubAccounts.class);

  private final TokenRepository tokens;
  private final UserRepository users;
  private final SecretBox box;
  private final ChangeLog changes;
  private final Clock clock;

  GithubAccounts(
      TokenRepository tokens, UserRepository users, SecretBox box, ChangeLog changes, Clock clock) {
    this.tokens = tokens;
    this.users = users;
    this.box = box;
    this.changes = changes;
    this.clock = clock;
  }

  /** Whether the caller has a connected account, and its name. */
  public AccountStatus status(Caller caller) {
    User user = users.find(caller.id()).orElseThrow(ApiException::resourceNotFound);
    return AccountStatus.of(user.githubConnected(), user.githubUsername());
  }

  /** Connects the actor with an account, in place of an earlier one; false if the user is gone. */
  @Transactional
  public boolean connect(int userId, Actor actor, String githubUsername, OauthGrant grant) {
    if (!tokens.markConnected(userId, githubUsername)) {
      return false;
    }
    Instant now = clock.instant();
    tokens.store(
        userId,
        sealed(grant.accessToken()),
        sealedOrNull(grant.refreshToken()),
        end(grant, now),
        now);
    changes.record(
        actor,
        new GithubConnected(userId, githubUsername),
        AuditEntry.of(
            "github_connected", "user", userId, Map.of("github_username", githubUsername)));
    return true;
  }

  /** Forgets the caller's account; links stay. Doing so twice is no mistake. */
  @Transactional
  public void disconnect(Caller caller) {
    if (tokens.forget(caller.id())) {
      changes.record(
          caller.actor(),
          new GithubDisconnected(caller.id(), false),
          AuditEntry.of("github_disconnected", "user", caller.id()));
    }
  }

  /**
   * Forgets a token that GitHub no longer accepts, unless the user has connected anew in the
   * meantime.
   */
  @Transactional
  public void drop(StoredToken refused) {
    if (tokens.isStill(refused) && tokens.forget(refused.userId())) {
      changes.record(
          Actor.SYSTEM,
          new GithubDisconnected(refused.userId(), true),
          AuditEntry.of("github_disconnected", "user", refused.userId()));
    }
  }

  /**
   * Stores what a refresh token was exchanged for, unless the user has disconnected or connected
   * anew in the meantime.
   */
  void renew(StoredToken former, OauthGrant grant) {
    Instant now = clock.instant();
    tokens.renew(
        former,
        sealed(grant.accessToken()),
        sealedOrNull(grant.refreshToken()),
        end(grant, now),
        now);
  }

  /** The token in clear; null if its key is missing. */
  @Nullable String opened(StoredToken token, String sealed) {
    try {
      return box.open(Purpose.GITHUB_TOKEN, sealed);
    } catch (Unreadable lost) {
      // Kept: the key may only be missing from the configuration for now.
      log.warn("A GitHub token of user {} cannot be read: {}", token.userId(), lost.getMessage());
      return null;
    }
  }

  private static @Nullable Instant end(OauthGrant grant, Instant now) {
    return grant.lifetime() == null ? null : now.plus(grant.lifetime());
  }

  private String sealed(String token) {
    return box.seal(Purpose.GITHUB_TOKEN, token);
  }

  private @Nullable String sealedOrNull(@Nullable String token) {
    return token == null ? null : sealed(token);
  }
}

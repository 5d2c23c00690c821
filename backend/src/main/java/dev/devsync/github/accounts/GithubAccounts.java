package dev.devsync.github.accounts;

import dev.devsync.github.GithubDisconnected;
import dev.devsync.github.GithubFailure;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.platform.crypto.Unreadable;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.users.User;
import dev.devsync.users.UserRepository;
import java.util.Optional;
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

  GithubAccounts(TokenRepository tokens, UserRepository users, SecretBox box, ChangeLog changes) {
    this.tokens = tokens;
    this.users = users;
    this.box = box;
    this.changes = changes;
  }

  /** Whether the caller has a connected account, and its name. */
  public AccountStatus status(Caller caller) {
    User user = users.find(caller.id()).orElseThrow(ApiException::resourceNotFound);
    return AccountStatus.of(user.githubConnected(), user.githubUsername());
  }

  /** The caller's token, or the contract's 401. */
  public String requireToken(Caller caller) {
    return tokenOf(caller.id()).orElseThrow(GithubFailure::notConnected);
  }

  /** The user's token, if there is one that can be read. */
  public Optional<String> tokenOf(int userId) {
    return tokens.find(userId).flatMap(this::opened);
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

  private Optional<String> opened(StoredToken token) {
    try {
      return Optional.of(box.open(Purpose.GITHUB_TOKEN, token.accessToken()));
    } catch (Unreadable lost) {
      // Kept: the key may only be missing from the configuration for now.
      log.warn("The GitHub token of user {} cannot be read: {}", token.userId(), lost.getMessage());
      return Optional.empty();
    }
  }
}

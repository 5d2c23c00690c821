package dev.devsync.github.oauth;

import dev.devsync.github.accounts.GithubAccounts;
import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubOauth;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.OauthGrant;
import dev.devsync.github.oauth.Outcome.Refusal;
import dev.devsync.platform.access.Actor;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.platform.crypto.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The three steps from a code to a connected account: token, profile, storing. */
@Service
class Connecting {

  private static final Logger log = LoggerFactory.getLogger(Connecting.class);

  private final GithubOauth oauth;
  private final GithubApi github;
  private final GithubAccounts accounts;
  private final SecretBox box;

  Connecting(GithubOauth oauth, GithubApi github, GithubAccounts accounts, SecretBox box) {
    this.oauth = oauth;
    this.github = github;
    this.accounts = accounts;
    this.box = box;
  }

  /** Whose account is connected. */
  record Person(int userId, Role role, Origin origin) {}

  /**
   * Ends in some outcome whatever happens, because the outcome is what repeated requests wait for.
   */
  Outcome connect(Person person, String code, String sealedVerifier) {
    try {
      return connected(
          person, oauth.exchange(code, box.open(Purpose.OAUTH_VERIFIER, sealedVerifier)));
    } catch (GithubTrouble refused) {
      return Outcome.refused(person.userId(), Refusal.CODE_REFUSED);
    } catch (Unreadable | RuntimeException failure) {
      log.error("The GitHub account of user {} was not connected", person.userId(), failure);
      return Outcome.refused(person.userId(), Refusal.FAILED);
    }
  }

  private Outcome connected(Person person, OauthGrant grant) {
    String login = login(grant);
    if (login.isEmpty()) {
      return Outcome.refused(person.userId(), Refusal.PROFILE_UNREADABLE);
    }
    Actor actor = Actor.user(person.userId(), person.role(), person.origin());
    return accounts.connect(person.userId(), actor, login, grant)
        ? Outcome.connected(person.userId(), login)
        : Outcome.refused(person.userId(), Refusal.USER_GONE);
  }

  private String login(OauthGrant grant) {
    try {
      return github.get(grant.accessToken(), "/user").body().path("login").asString("");
    } catch (GithubTrouble unreadable) {
      return "";
    }
  }
}

package dev.devsync.github.oauth;

import dev.devsync.github.oauth.OauthStateRepository.Redeemed;
import dev.devsync.github.oauth.Outcome.Refusal;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.users.User;
import dev.devsync.users.UserRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Redeems a state once. Who sends the same state and code again within two minutes is no attacker
 * but a web client that asks from several places; they wait for the outcome of the first and are
 * told the same.
 */
@Service
class Redemption {

  private static final Duration REPEATABLE = Duration.ofMinutes(2);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final OauthStateRepository states;
  private final UserRepository users;
  private final Connecting connecting;
  private final SecretBox box;
  private final JsonMapper json;
  private final Clock clock;

  Redemption(
      OauthStateRepository states,
      UserRepository users,
      Connecting connecting,
      SecretBox box,
      JsonMapper json,
      Clock clock) {
    this.states = states;
    this.users = users;
    this.connecting = connecting;
    this.box = box;
    this.json = json;
    this.clock = clock;
  }

  /** Who redeems a state with a code: from where, and signed in as whom, if anybody. */
  record Redeemer(Origin origin, @Nullable Caller caller) {}

  Outcome redeem(String stateText, String code, Redeemer redeemer) {
    OauthState state = OauthState.opened(box, stateText).orElse(null);
    if (state == null) {
      return Outcome.refused(0, Refusal.INVALID_STATE);
    }
    if (redeemer.caller() != null && redeemer.caller().id() != state.userId()) {
      return Outcome.refused(state.userId(), Refusal.FOREIGN_STATE);
    }
    Role role = users.find(state.userId()).map(User::role).orElse(null);
    if (role == null) {
      return Outcome.refused(state.userId(), Refusal.USER_GONE);
    }
    return redeem(state, code, new Connecting.Person(state.userId(), role, redeemer.origin()));
  }

  private Outcome redeem(OauthState state, String code, Connecting.Person person) {
    String hash = Pkce.hash(code);
    Optional<String> verifier = states.claim(state.nonce(), hash, clock.instant());
    if (verifier.isEmpty()) {
      return repeated(state, hash);
    }
    Outcome outcome = connecting.connect(person, code, verifier.get());
    states.remember(state.nonce(), json.writeValueAsString(outcome));
    return outcome;
  }

  private Outcome repeated(OauthState state, String hash) {
    Instant started = clock.instant();
    Instant end = started.plus(LONGEST_WAIT);
    while (clock.instant().isBefore(end)) {
      Optional<Redeemed> earlier = states.redeemed(state.nonce(), hash, started.minus(REPEATABLE));
      if (earlier.isEmpty()) {
        return Outcome.refused(state.userId(), Refusal.INVALID_STATE);
      }
      String outcome = earlier.get().outcome();
      if (outcome != null) {
        return json.readValue(outcome, Outcome.class);
      }
      pause();
    }
    return Outcome.refused(state.userId(), Refusal.FAILED);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an equal request", stopping);
    }
  }
}

package dev.devsync.github.oauth;

import dev.devsync.github.GithubSettings;
import dev.devsync.github.Integration;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Begins the connection of an account: the page at GitHub where the user consents. */
@Service
class Authorizations {

  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final String SCOPE = "repo,user:email";

  private final GithubSettings settings;
  private final Integration integration;
  private final OauthStateRepository states;
  private final SecretBox box;
  private final Clock clock;

  Authorizations(
      GithubSettings settings,
      Integration integration,
      OauthStateRepository states,
      SecretBox box,
      Clock clock) {
    this.settings = settings;
    this.integration = integration;
    this.states = states;
    this.box = box;
    this.clock = clock;
  }

  /** Where to send the browser, and the state it will come back with. */
  record Authorization(String authorizationUrl, String state) {}

  /** For {@code GET /github/auth}, which needs the complete OAuth application. */
  Authorization beginIfConfigured(Caller caller) {
    integration.requireEnabled();
    if (!settings.isComplete()) {
      throw Integration.unavailable("GitHub OAuth credentials not configured");
    }
    return begin(caller);
  }

  /** For {@code /github/connect}. */
  Authorization begin(Caller caller, RequestedUser user) {
    integration.requireEnabled();
    user.requireIs(caller);
    return begin(caller);
  }

  private Authorization begin(Caller caller) {
    String clientId = settings.clientId();
    if (clientId == null) {
      throw OauthRefusal.of(
          HttpStatus.INTERNAL_SERVER_ERROR, "GitHub OAuth configuration is incomplete");
    }
    OauthState state =
        new OauthState(caller.id(), UUID.randomUUID(), clock.instant().plus(LIFETIME));
    String verifier = Pkce.newVerifier();
    states.insert(state, box.seal(Purpose.GITHUB_TOKEN, verifier));
    String sealed = state.sealed(box);
    return new Authorization(url(clientId, sealed, Pkce.challenge(verifier)), sealed);
  }

  private String url(String clientId, String state, String challenge) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", clientId);
    query.put("redirect_uri", settings.callback());
    query.put("scope", SCOPE);
    query.put("state", state);
    query.put("code_challenge", challenge);
    query.put("code_challenge_method", "S256");
    return settings.oauthUrl() + "/login/oauth/authorize?" + encoded(query);
  }

  static String encoded(Map<String, String> query) {
    return query.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}

package dev.devsync.github.client;

import dev.devsync.github.GithubSettings;
import dev.devsync.github.client.GithubTrouble.Kind;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The part of OAuth that the server does by itself: codes and refresh tokens are exchanged for
 * access tokens.
 */
@Component
public class GithubOauth {

  private static final Set<String> USED_UP =
      Set.of("bad_verification_code", "bad_refresh_token", "invalid_grant");

  private final GithubSettings settings;
  private final GithubHttp http;
  private final GithubAnswers answers;

  GithubOauth(GithubSettings settings, GithubHttp http, GithubAnswers answers) {
    this.settings = settings;
    this.http = http;
    this.answers = answers;
  }

  /** Exchanges a code; trouble of kind {@code REFUSED} if GitHub does not accept it. */
  public OauthGrant exchange(String code, String codeVerifier) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("code", code);
    form.put("redirect_uri", settings.callback());
    form.put("code_verifier", codeVerifier);
    return grant(form);
  }

  /**
   * Exchanges a refresh token, which is then used up; trouble of kind {@code REFUSED} if it was.
   */
  public OauthGrant refresh(String refreshToken) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    return grant(form);
  }

  private OauthGrant grant(Map<String, String> form) {
    form.put("client_id", Objects.requireNonNullElse(settings.clientId(), ""));
    form.put("client_secret", Objects.requireNonNullElse(settings.clientSecret(), ""));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.oauthUrl() + "/login/oauth/access_token"))
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build();
    HttpResponse<byte[]> answer = http.send(request);
    int status = answer.statusCode();
    if (status == 403 || status == 429 || status >= 500) {
      throw answers.trouble(answer);
    }
    return granted(answers.json(answer));
  }

  private static OauthGrant granted(JsonNode body) {
    String token = body.path("access_token").asString("");
    if (token.isEmpty()) {
      throw refusal(body.path("error").asString(""));
    }
    String refresh = body.path("refresh_token").asString("");
    long seconds = body.path("expires_in").asLong(0);
    return new OauthGrant(
        token,
        refresh.isEmpty() ? null : refresh,
        seconds > 0 ? Duration.ofSeconds(seconds) : null);
  }

  /** Whatever is not about the code or the refresh token itself may be put right meanwhile. */
  private static GithubTrouble refusal(String error) {
    return new GithubTrouble(
        USED_UP.contains(error) ? Kind.REFUSED : Kind.UNAVAILABLE, "granted no token");
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}

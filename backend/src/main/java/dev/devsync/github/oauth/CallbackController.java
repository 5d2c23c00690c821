package dev.devsync.github.oauth;

import dev.devsync.github.GithubUnavailable;
import dev.devsync.github.Integration;
import dev.devsync.github.oauth.Redemption.Redeemer;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.OpenTo;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.configuration.WebSettings;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.security.Authenticator;
import dev.devsync.platform.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Contract;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The three ways back from GitHub: the browser arrives here, or it arrives at the web client, which
 * then posts code and state, or asks for an exchange.
 */
@RestController
@RequestMapping("/api/v1/github")
class CallbackController {

  private final Redemption redemption;
  private final Integration integration;
  private final Authenticator authenticator;
  private final WebSettings web;

  CallbackController(
      Redemption redemption,
      Integration integration,
      Authenticator authenticator,
      WebSettings web) {
    this.redemption = redemption;
    this.integration = integration;
    this.authenticator = authenticator;
    this.web = web;
  }

  @GetMapping("/callback")
  @OpenTo(OpenTo.Audience.EVERYONE)
  @Answers(value = Void.class, status = 302)
  @Answers(value = OauthError.class, status = 400)
  @Answers(value = OauthError.class, status = 404)
  @Answers(value = OauthError.class, status = 500)
  @Answers(value = GithubUnavailable.class, status = 503)
  ResponseEntity<Void> arriveFromGithub(
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String error,
      HttpServletRequest request,
      Origin origin) {
    integration.requireEnabled();
    if (isGiven(error)) {
      return redirect("/github", Map.of("error", error));
    }
    if (!isGiven(code) || !isGiven(state)) {
      throw OauthRefusal.badRequest("Missing code or state parameter");
    }
    Outcome outcome = redeemed(code, state, request, origin);
    String login = outcome.orRefuse("Invalid state parameter format - decoding error");
    return redirect("/github/connected", arrived(login, outcome.userId()));
  }

  @PostMapping("/callback")
  @OpenTo(OpenTo.Audience.EVERYONE)
  @Answers(value = OauthError.class, status = 400)
  @Answers(value = OauthError.class, status = 404)
  @Answers(value = OauthError.class, status = 500)
  @Answers(value = GithubUnavailable.class, status = 503)
  AccountConnected completeConnecting(
      @Body(CallbackRequest.class) JsonBody body, HttpServletRequest request, Origin origin) {
    integration.requireEnabled();
    String code = text(body, "code");
    String state = text(body, "state");
    if (!isGiven(code) || !isGiven(state)) {
      throw OauthRefusal.badRequest("Missing required parameters");
    }
    return AccountConnected.as(
        redeemed(code, state, request, origin)
            .orRefuse("Invalid state parameter - missing user ID"));
  }

  @GetMapping("/exchange")
  @OpenTo(OpenTo.Audience.EVERYONE)
  @Answers(value = OauthError.class, status = 400)
  @Answers(value = OauthError.class, status = 404)
  @Answers(value = OauthError.class, status = 500)
  @Answers(value = GithubUnavailable.class, status = 503)
  AccountConnected exchangeCode(
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String state,
      HttpServletRequest request,
      Origin origin) {
    integration.requireEnabled();
    if (!isGiven(code)) {
      throw OauthRefusal.badRequest("No code provided");
    }
    if (!isGiven(state)) {
      throw OauthRefusal.badRequest("Invalid state parameter");
    }
    return AccountConnected.as(
        redeemed(code, state, request, origin).orRefuse("Invalid state parameter"));
  }

  private Outcome redeemed(String code, String state, HttpServletRequest request, Origin origin) {
    Caller caller = authenticator.find(request).orElse(null);
    return redemption.redeem(state, code, new Redeemer(origin, caller));
  }

  private ResponseEntity<Void> redirect(String path, Map<String, String> query) {
    URI target = URI.create(web.frontendUrl() + path + "?" + Authorizations.encoded(query));
    return ResponseEntity.status(HttpStatus.FOUND).location(target).build();
  }

  private static Map<String, String> arrived(String login, int userId) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("success", "true");
    query.put("github_success", "true");
    query.put("github_username", login);
    query.put("user_id", Integer.toString(userId));
    return query;
  }

  private static @Nullable String text(JsonBody body, String name) {
    try {
      return body.text(name, name).value();
    } catch (ApiException notText) {
      return null;
    }
  }

  @Contract("null -> false")
  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  /** The documented fields of the body. */
  record CallbackRequest(String code, String state) {}

  /**
   * The account is connected; the name is said twice because web clients of both generations read
   * it.
   */
  record AccountConnected(
      boolean success, boolean connected, String githubUsername, String username, String message) {

    static AccountConnected as(String login) {
      return new AccountConnected(
          true, true, login, login, "GitHub account connected successfully");
    }
  }
}

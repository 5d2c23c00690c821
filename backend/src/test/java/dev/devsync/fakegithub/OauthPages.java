package dev.devsync.fakegithub;

import dev.devsync.fakegithub.World.Pending;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The consent page and the exchange of codes and refresh tokens. */
final class OauthPages {

  private final World world;

  OauthPages(World world) {
    this.world = world;
  }

  Answer handle(Call call) {
    return switch (call.path()) {
      case "/login/oauth/authorize" -> authorize(call);
      case "/login/oauth/access_token" -> exchange(call.form());
      default -> Answer.message(404, "Not Found");
    };
  }

  private Answer authorize(Call call) {
    String decision = call.query("decision", "");
    if (decision.isEmpty()) {
      return Answer.html(page(call));
    }
    String target = call.query("redirect_uri", "");
    String state = "&state=" + URLEncoder.encode(call.query("state", ""), StandardCharsets.UTF_8);
    if (decision.equals("deny")) {
      return Answer.redirect(target + "?error=access_denied" + state);
    }
    return Answer.redirect(
        target + "?code=" + code(call.query("login", world.visitor), call) + state);
  }

  private String code(String login, Call call) {
    synchronized (world) {
      String code = "code" + world.names.incrementAndGet();
      world.codes.put(
          code,
          new Pending(login, call.query("code_challenge", ""), call.query("redirect_uri", "")));
      return code;
    }
  }

  private Answer exchange(Map<String, String> form) {
    synchronized (world) {
      if (world.grantError != null) {
        return refused(world.grantError);
      }
      if (form.getOrDefault("grant_type", "").equals("refresh_token")) {
        String login = world.loginsByRefreshToken.remove(form.getOrDefault("refresh_token", ""));
        return login == null ? refused("bad_refresh_token") : Answer.ok(world.grant(login));
      }
      Pending pending = world.codes.remove(form.getOrDefault("code", ""));
      boolean fits =
          pending != null
              && pending.redirectUri().equals(form.get("redirect_uri"))
              && (pending.challenge().isEmpty() || pending.challenge().equals(challenge(form)));
      return fits ? Answer.ok(world.grant(pending.login())) : refused("bad_verification_code");
    }
  }

  /** GitHub refuses with 200. */
  private static Answer refused(String error) {
    return Answer.ok(
        Map.of("error", error, "error_description", "The code passed is incorrect or expired."));
  }

  private static String challenge(Map<String, String> form) {
    try {
      byte[] verifier = form.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String page(Call call) {
    StringBuilder fields = new StringBuilder();
    call.query()
        .forEach(
            (name, value) ->
                fields.append(
                    "<input type=hidden name=\"%s\" value=\"%s\">"
                        .formatted(Html.escaped(name), Html.escaped(value))));
    return """
        <!doctype html><html lang=en><title>Authorize DevSync</title>
        <style>body{font:16px system-ui;max-width:30em;margin:10vh auto}button{font:inherit;padding:.5em 1em}</style>
        <h1>Authorize DevSync</h1><p>This is a stand-in for GitHub. DevSync asks for: %s.</p>
        <form>%s<label>Sign in as <input name=login value=octocat></label>
        <p><button name=decision value=allow>Authorize</button> <button name=decision value=deny>Cancel</button></form>
        """
        .formatted(Html.escaped(call.query("scope", "")), fields);
  }
}

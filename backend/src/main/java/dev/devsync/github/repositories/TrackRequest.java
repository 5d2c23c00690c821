package dev.devsync.github.repositories;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.json.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A repository an admin wants everybody to be able to link to.
 *
 * @param webhookSecret what GitHub signs deliveries with, null to use the server's
 */
record TrackRequest(String name, String url, @Nullable String webhookSecret) {

  private static final String MISSING = "Missing required GitHub repository fields";
  private static final String SHORT_SECRET =
      "Webhook secret should be at least 16 characters for security";
  private static final int SHORTEST_SECRET = 16;
  private static final int LONGEST = 255;

  static TrackRequest read(JsonBody body) {
    String name = required(body, "repository_name");
    String url = required(body, "repository_url");
    if (!RepositoryName.isValid(name) || name.length() > LONGEST) {
      throw ApiException.badRequest("Invalid repository name format. Should be owner/repo");
    }
    if (!url.startsWith("https://github.com/") || url.length() > LONGEST) {
      throw ApiException.badRequest("Invalid GitHub repository URL");
    }
    return new TrackRequest(name, url, secret(body));
  }

  private static String required(JsonBody body, String field) {
    String value = body.text(field, MISSING).value();
    if (value == null || value.isBlank()) {
      throw ApiException.badRequest(MISSING);
    }
    return value;
  }

  private static @Nullable String secret(JsonBody body) {
    String secret = body.text("webhook_secret", SHORT_SECRET).value();
    if (secret == null || secret.isEmpty()) {
      return null;
    }
    if (Texts.length(secret) < SHORTEST_SECRET) {
      throw ApiException.badRequest(SHORT_SECRET);
    }
    return secret;
  }

  /** The documented fields of the body. */
  record Documented(String repositoryName, String repositoryUrl, @Nullable String webhookSecret) {}
}

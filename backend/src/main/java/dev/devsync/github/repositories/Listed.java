package dev.devsync.github.repositories;

import dev.devsync.github.client.Json;
import tools.jackson.databind.JsonNode;

/** What identifies a repository that GitHub lists. */
record Listed(long githubId, String name, String url) {

  static Listed of(JsonNode json) {
    return new Listed(
        json.path("id").asLong(0), Json.text(json, "full_name"), Json.text(json, "html_url"));
  }

  boolean isUsable() {
    return githubId > 0 && RepositoryName.isValid(name) && !url.isEmpty() && url.length() <= 255;
  }

  boolean says(RepositoryRow row) {
    return row.githubId() != null
        && row.githubId() == githubId
        && row.name().equals(name)
        && row.url().equals(url);
  }
}

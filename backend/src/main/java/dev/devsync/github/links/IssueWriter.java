package dev.devsync.github.links;

import dev.devsync.github.GithubFailure;
import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubReply;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.GithubTrouble.Kind;
import dev.devsync.github.client.Json;
import dev.devsync.github.repositories.RepositoryName;
import dev.devsync.platform.errors.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Creates issues on GitHub. Where the answer to an earlier request was lost, it first looks for
 * what that request may have created.
 */
@Component
class IssueWriter {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
  private static final int MOST_PAGES = 5;

  private final GithubApi github;
  private final IssueCreationRepository creations;

  IssueWriter(GithubApi github, IssueCreationRepository creations) {
    this.github = github;
    this.creations = creations;
  }

  /** An issue to be created for a task; the fields are those that GitHub is sent. */
  record Wanted(int taskId, int repoId, RepositoryName repository, Map<String, Object> fields) {}

  JsonNode write(Wanted wanted, String token) {
    Optional<JsonNode> created =
        creations
            .unheard(wanted.taskId(), wanted.repoId())
            .flatMap(since -> createdSince(since, wanted, token));
    if (created.isPresent()) {
      return created.get();
    }
    creations.begin(wanted.taskId(), wanted.repoId());
    try {
      return github
          .send(token, "POST", "/repos/" + wanted.repository() + "/issues", wanted.fields())
          .body();
    } catch (GithubTrouble trouble) {
      if (!trouble.is(Kind.UNAVAILABLE)) {
        creations.end(wanted.taskId(), wanted.repoId());
      }
      throw answerTo(trouble, wanted.repository(), token);
    }
  }

  private RuntimeException answerTo(GithubTrouble trouble, RepositoryName name, String token) {
    return switch (trouble.kind()) {
      case NOT_FOUND -> isThere(token, name) ? refused() : GithubFailure.noSuchRepository();
      case FORBIDDEN -> refused();
      default -> trouble;
    };
  }

  /** A repository without issues answers as if it were not there. */
  private boolean isThere(String token, RepositoryName name) {
    try {
      return !github.get(token, "/repos/" + name).body().isEmpty();
    } catch (GithubTrouble trouble) {
      if (!trouble.is(Kind.NOT_FOUND)) {
        throw trouble;
      }
      return false;
    }
  }

  /** An issue that says what the wanted one is to say. */
  private Optional<JsonNode> createdSince(Instant since, Wanted wanted, String token) {
    String issues =
        "/repos/%s/issues?state=all&per_page=100&since=%s&page="
            .formatted(
                wanted.repository(), since.minus(CLOCKS_DIFFER).truncatedTo(ChronoUnit.SECONDS));
    for (int page = 1; page <= MOST_PAGES; page++) {
      GithubReply reply = github.get(token, issues + page);
      for (JsonNode issue : reply.body()) {
        if (says(issue, wanted.fields())) {
          return Optional.of(issue);
        }
      }
      if (!reply.hasNext()) {
        break;
      }
    }
    return Optional.empty();
  }

  private static boolean says(JsonNode issue, Map<String, Object> fields) {
    return !issue.has("pull_request")
        && Json.text(issue, "title").equals(fields.get("title"))
        && sameText(Json.text(issue, "body"), (String) fields.get("body"));
  }

  private static boolean sameText(String text, @Nullable String wanted) {
    return text.replace("\r", "").equals(Objects.requireNonNullElse(wanted, "").replace("\r", ""));
  }

  private static ApiException refused() {
    return ApiException.forbidden("GitHub refused to create the issue");
  }
}

package dev.devsync.github.sync;

import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.Json;
import dev.devsync.platform.configuration.WebSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The calls of a write. A repeated attempt first looks whether an earlier one reached GitHub after
 * all.
 */
@Component
class GithubWriter {

  private final GithubApi github;
  private final IncomingNews news;
  private final WebSettings web;

  GithubWriter(GithubApi github, IncomingNews news, WebSettings web) {
    this.github = github;
    this.news = news;
    this.web = web;
  }

  void write(WriteRequest request, String token) {
    if (request.action() == SyncAction.ANNOUNCE_LINK) {
      announce(request, token);
    } else {
      setState(request, token);
    }
  }

  private void setState(WriteRequest request, String token) {
    String path = "/repos/%s/issues/%d".formatted(request.repoName(), request.target());
    JsonNode issue = request.attempts() > 0 ? github.get(token, path).body() : null;
    if (issue == null || !Json.text(issue, "state").equals(request.wantedState())) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("state", request.wantedState());
      if (request.taskComplete()) {
        body.put("state_reason", "completed");
      }
      issue = github.send(token, "PATCH", path, body).body();
    }
    IssueNews now = IssueNews.of(request.repoId(), issue);
    if (now != null) {
      news.noteOnly(now);
    }
  }

  private void announce(WriteRequest request, String token) {
    String issue = "/repos/%s/issues/%d".formatted(request.repoName(), request.target());
    if (request.issueNumber() != null) {
      IssueNews first = IssueNews.of(request.repoId(), github.get(token, issue).body());
      if (first != null) {
        news.noteOnly(first);
      }
    }
    String marker = "<!-- devsync link %d/%d -->".formatted(request.linkId(), request.target());
    boolean isThere =
        request.attempts() > 0
            && contains(github.get(token, issue + "/comments?per_page=100").body(), marker);
    if (!isThere) {
      github.send(
          token, "POST", issue + "/comments", Map.of("body", text(request) + "\n\n" + marker));
    }
  }

  private String text(WriteRequest request) {
    return "Linked to DevSync task #%d: [%s](%s/tasks/%d)"
        .formatted(
            request.taskId(), harmless(request.taskTitle()), web.frontendUrl(), request.taskId());
  }

  /** Titles must neither break the link nor call for people. */
  private static String harmless(String title) {
    return title.replaceAll("([\\\\\\[\\]<>`*_])", "\\\\$1").replace("@", "@\u200b");
  }

  private static boolean contains(JsonNode comments, String marker) {
    for (JsonNode comment : comments) {
      if (Json.text(comment, "body").contains(marker)) {
        return true;
      }
    }
    return false;
  }
}

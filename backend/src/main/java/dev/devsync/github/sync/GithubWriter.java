package dev.devsync.github.sync;

import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubReply;
import dev.devsync.github.client.Json;
import dev.devsync.platform.configuration.WebSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The calls of a write. What a call says is written down before it is made; whoever finds that
 * written first looks whether it reached GitHub.
 */
@Component
class GithubWriter {

  private static final String COMMENT = "comment";
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
  private static final int MOST_PAGES = 10;

  private final GithubApi github;
  private final IssueReading issues;
  private final IncomingNews news;
  private final SyncJournal journal;
  private final WebSettings web;

  GithubWriter(
      GithubApi github,
      IssueReading issues,
      IncomingNews news,
      SyncJournal journal,
      WebSettings web) {
    this.github = github;
    this.issues = issues;
    this.news = news;
    this.journal = journal;
    this.web = web;
  }

  /** How a write ended that did not fail. */
  enum Written {
    /** It was made, now or by an earlier attempt. */
    DONE,
    /** GitHub agrees already, though not because of this write. */
    NEEDLESS,
    /** The write no longer waits: another took its place, or it was set aside. */
    OVERTAKEN
  }

  Written write(WriteRequest request, String token) {
    return request.action() == SyncAction.ANNOUNCE_LINK
        ? announce(request, token)
        : setState(request, token);
  }

  private Written setState(WriteRequest request, String token) {
    String wanted = request.wantedState();
    if (request.sent() != null) {
      JsonNode now = issues.read(token, request.asked());
      note(request, now);
      if (Json.text(now, "state").equals(wanted)) {
        return request.sent().equals(wanted) ? Written.DONE : Written.NEEDLESS;
      }
    }
    if (!journal.begin(request.eventId(), wanted)) {
      return Written.OVERTAKEN;
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("state", wanted);
    if (request.taskComplete()) {
      body.put("state_reason", "completed");
    }
    JsonNode written = github.send(token, "PATCH", request.asked().path(), body).body();
    issues.requireSame(token, request.asked(), written);
    note(request, written);
    return Written.DONE;
  }

  private Written announce(WriteRequest request, String token) {
    if (request.issueNumber() != null) {
      note(request, issues.read(token, request.asked()));
    }
    String marker = "<!-- devsync link %d/%d -->".formatted(request.linkId(), request.target());
    if (request.sent() != null && isThere(marker, request, token)) {
      return Written.DONE;
    }
    if (!journal.begin(request.eventId(), COMMENT)) {
      return Written.OVERTAKEN;
    }
    github.send(
        token,
        "POST",
        request.asked().path() + "/comments",
        Map.of("body", text(request) + "\n\n" + marker));
    return Written.DONE;
  }

  private void note(WriteRequest request, JsonNode issue) {
    IssueNews now = IssueNews.of(request.repoId(), issue);
    if (now != null) {
      news.noteFor(request.linkId(), now);
    }
  }

  /** Whether the comment is among those made since the write was asked for. */
  private boolean isThere(String marker, WriteRequest request, String token) {
    Instant since = request.createdAt().minus(CLOCKS_DIFFER).truncatedTo(ChronoUnit.SECONDS);
    String comments = request.asked().path() + "/comments?since=" + since + "&per_page=100&page=";
    for (int page = 1; page <= MOST_PAGES; page++) {
      GithubReply reply = github.get(token, comments + page);
      if (contains(reply.body(), marker)) {
        return true;
      }
      if (!reply.hasNext()) {
        return false;
      }
    }
    return false;
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

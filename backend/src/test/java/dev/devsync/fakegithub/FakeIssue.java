package dev.devsync.fakegithub;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An issue or a pull request. */
public final class FakeIssue {

  private static final long FIRST_ID = 5_000_000_000L;

  final int number;
  final boolean isPullRequest;
  final String author;
  final Instant createdAt;
  final List<String> labels = new ArrayList<>();
  final List<String> assignees = new ArrayList<>();
  final List<FakeComment> comments = new ArrayList<>();
  final List<String> reviewers = new ArrayList<>();
  String title;
  String body;
  String state = "open";
  String branch = "feature";
  String association = "OWNER";
  boolean draft;
  Instant mergedAt;
  Instant closedAt;
  Instant updatedAt;
  int writes;

  FakeIssue(int number, boolean isPullRequest, String title, String body, String author) {
    this.number = number;
    this.isPullRequest = isPullRequest;
    this.title = title;
    this.body = body;
    this.author = author;
    this.createdAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    this.updatedAt = createdAt;
  }

  public int number() {
    return number;
  }

  public String state() {
    return state;
  }

  public List<String> comments() {
    return comments.stream().map(FakeComment::body).toList();
  }

  /** Somebody writes a comment on GitHub's own pages, or through the interface. */
  public synchronized FakeComment comment(String text) {
    FakeComment comment = new FakeComment(comments.size() + 1, text, Instant.now());
    comments.add(comment);
    return comment;
  }

  /** A comment, which was never edited. */
  public record FakeComment(int id, String body, Instant at) {

    Map<String, Object> json() {
      return Map.of("id", id, "body", body, "updated_at", at.toString());
    }
  }

  /** What GitHub calls the part that the author has in the repository. */
  public FakeIssue by(String newAssociation) {
    association = newAssociation;
    return this;
  }

  public FakeIssue rename(String newTitle) {
    title = newTitle;
    return this;
  }

  public FakeIssue saying(String text) {
    body = text;
    return this;
  }

  /** How often its state was written through the interface, whatever the value. */
  public int writes() {
    return writes;
  }

  /** Later than any earlier change, so that news can be put in order. */
  void touch() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusSeconds(1);
  }

  Map<String, Object> json(FakeRepository repository) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", FIRST_ID + repository.id * 1_000L + number);
    json.put("number", number);
    json.put("title", title);
    json.put("body", body);
    json.put("state", state);
    json.put("user", Map.of("login", author, "avatar_url", "https://avatars.example/" + author));
    json.put(
        "labels", labels.stream().map(label -> Map.of("name", label, "color", "ededed")).toList());
    json.put(
        "assignees",
        assignees.stream()
            .map(name -> Map.of("login", name, "avatar_url", "https://avatars.example/" + name))
            .toList());
    json.put("repository_url", "https://api.github.com/repos/" + repository.fullName);
    json.put("html_url", repository.htmlUrl() + (isPullRequest ? "/pull/" : "/issues/") + number);
    json.put("created_at", createdAt.toString());
    json.put("updated_at", updatedAt.toString());
    json.put("author_association", association);
    return json;
  }

  Map<String, Object> listed(FakeRepository repository) {
    Map<String, Object> json = json(repository);
    if (isPullRequest) {
      json.put("pull_request", Map.of("url", repository.htmlUrl() + "/pull/" + number));
    }
    return json;
  }

  Map<String, Object> pullRequest(FakeRepository repository) {
    Map<String, Object> json = json(repository);
    json.put("draft", draft);
    json.put("merged_at", mergedAt == null ? null : mergedAt.toString());
    json.put("closed_at", closedAt == null ? null : closedAt.toString());
    json.put("requested_reviewers", reviewers.stream().map(name -> Map.of("login", name)).toList());
    json.put("requested_teams", List.of());
    json.put("head", Map.of("ref", branch));
    return json;
  }
}

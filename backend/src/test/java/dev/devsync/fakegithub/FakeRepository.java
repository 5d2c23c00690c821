package dev.devsync.fakegithub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A repository with its issues, pull requests and hooks. */
public final class FakeRepository {

  final long id;
  final SequencedMap<Integer, FakeIssue> issues = new LinkedHashMap<>();
  final List<FakeHook> hooks = new ArrayList<>();
  String fullName;
  final Set<String> formerNames = new HashSet<>();
  final Set<String> hiddenFrom = new HashSet<>();
  final Map<Integer, String> movedIssues = new HashMap<>();
  boolean isPrivate;
  boolean hasIssues = true;
  int commits;

  FakeRepository(long id, String fullName) {
    this.id = id;
    this.fullName = fullName;
  }

  /** A place that signed deliveries are sent to. */
  record FakeHook(
      long id,
      String url,
      String secret,
      List<String> events,
      AtomicReference<Integer> lastStatus) {

    Map<String, Object> json() {
      Integer status = lastStatus.get();
      Map<String, Object> last = new LinkedHashMap<>();
      last.put("code", status);
      last.put("status", status == null ? "unused" : status == 200 ? "active" : "error");
      last.put("message", status == null ? null : status == 200 ? "OK" : "Invalid HTTP Response");
      return Map.of(
          "id",
          id,
          "active",
          true,
          "events",
          events,
          "config",
          Map.of("url", url, "content_type", "json", "secret", "********"),
          "last_response",
          last);
    }
  }

  public long id() {
    return id;
  }

  public String fullName() {
    return fullName;
  }

  public String htmlUrl() {
    return "https://github.com/" + fullName;
  }

  public synchronized FakeRepository rename(String newName) {
    formerNames.add(fullName.toLowerCase(Locale.ROOT));
    fullName = newName;
    return this;
  }

  /** Somebody with this login does not see the repository from now on. */
  public synchronized FakeRepository hideFrom(String login) {
    hiddenFrom.add(login);
    return this;
  }

  public synchronized FakeRepository withoutIssues() {
    hasIssues = false;
    return this;
  }

  public synchronized FakeRepository withCommits(int count) {
    commits = count;
    return this;
  }

  public synchronized FakeIssue issue(int number) {
    FakeIssue issue = issues.get(number);
    if (issue == null) {
      throw new NoSuchElementException("no issue " + number);
    }
    return issue;
  }

  public synchronized FakeIssue open(String title, String author) {
    return add(new FakeIssue(issues.size() + 1, false, title, "About " + title, author));
  }

  public synchronized FakeIssue openPullRequest(String title, String branch, String author) {
    FakeIssue pull = add(new FakeIssue(issues.size() + 1, true, title, "", author));
    pull.branch = branch;
    return pull;
  }

  synchronized FakeIssue add(FakeIssue issue) {
    issues.put(issue.number, issue);
    return issue;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("name", fullName.substring(fullName.indexOf('/') + 1));
    json.put("full_name", fullName);
    json.put("owner", Map.of("login", fullName.substring(0, fullName.indexOf('/'))));
    json.put("html_url", htmlUrl());
    json.put("description", "All about " + fullName);
    json.put("private", isPrivate);
    json.put("fork", false);
    json.put("language", "Java");
    json.put("default_branch", "main");
    json.put(
        "open_issues_count", issues.values().stream().filter(i -> i.state.equals("open")).count());
    json.put("stargazers_count", 3);
    json.put("forks_count", 1);
    json.put("created_at", "2026-01-01T00:00:00Z");
    json.put("updated_at", "2026-05-01T00:00:00Z");
    json.put("pushed_at", "2026-05-07T12:00:00Z");
    return json;
  }
}

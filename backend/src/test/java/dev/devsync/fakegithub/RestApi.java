package dev.devsync.fakegithub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The part of GitHub's REST interface that DevSync uses. */
final class RestApi {

  private static final Pattern IN_REPOSITORY =
      Pattern.compile("/(?:repos/([^/]+/[^/]+)|repositories/(\\d+))(/.*)?");
  private static final Pattern ISSUE = Pattern.compile("/(?:issues|pulls)/(\\d+)");
  private static final Pattern COMMENTS = Pattern.compile("/issues/(\\d+)/comments");

  private final World world;
  private final Hooks hooks;

  RestApi(World world, Hooks hooks) {
    this.world = world;
    this.hooks = hooks;
  }

  Answer handle(Call call) {
    String login;
    synchronized (world) {
      login = world.loginsByToken.get(call.token());
    }
    if (login == null) {
      return Answer.message(401, "Bad credentials");
    }
    if (call.path().equals("/user")) {
      return Answer.ok(Map.of("login", login, "id", 4_000_000_000L + login.hashCode()));
    }
    if (call.path().equals("/user/repos")) {
      synchronized (world) {
        return Pages.of(call, world.repositories.stream().map(FakeRepository::json).toList());
      }
    }
    Matcher inRepository = IN_REPOSITORY.matcher(call.path());
    if (!inRepository.matches()) {
      return Answer.message(404, "Not Found");
    }
    String rest = inRepository.group(3) == null ? "" : inRepository.group(3);
    FakeRepository repository = named(inRepository).orElse(null);
    if (repository == null) {
      return world
          .findFormer(inRepository.group(1) == null ? "" : inRepository.group(1))
          .map(renamed -> redirect(call, "/repositories/" + renamed.id + rest))
          .orElseGet(() -> Answer.message(404, "Not Found"));
    }
    synchronized (repository) {
      return repository.hiddenFrom.contains(login)
          ? Answer.message(404, "Not Found")
          : inRepository(call, repository, rest, login);
    }
  }

  private Optional<FakeRepository> named(Matcher inRepository) {
    return inRepository.group(1) == null
        ? world.find(Long.parseLong(inRepository.group(2)))
        : world.find(inRepository.group(1));
  }

  /** What moved for good answers so to reads; writes are asked to be repeated as they are. */
  private static Answer redirect(Call call, String location) {
    return new Answer(
        call.method().equals("GET") ? 301 : 307, Map.of("Location", location), new byte[0]);
  }

  private Answer inRepository(Call call, FakeRepository repository, String rest, String login) {
    Matcher issue = ISSUE.matcher(rest);
    Matcher comments = COMMENTS.matcher(rest);
    if (issue.matches() && repository.movedIssues.containsKey(Integer.valueOf(issue.group(1)))) {
      return redirect(call, repository.movedIssues.get(Integer.valueOf(issue.group(1))));
    }
    if (issue.matches()) {
      return one(
          call, repository, repository.issues.get(Integer.valueOf(issue.group(1))), rest, login);
    }
    if (comments.matches()) {
      return comments(call, repository.issues.get(Integer.valueOf(comments.group(1))));
    }
    if (rest.startsWith("/hooks")) {
      return hooks.handle(call, repository, rest.substring("/hooks".length()));
    }
    return switch (call.method() + " " + rest) {
      case "GET " -> Answer.ok(repository.json());
      case "GET /issues" ->
          repository.hasIssues ? Pages.of(call, issues(call, repository)) : gone();
      case "POST /issues" -> repository.hasIssues ? create(call, repository, login) : gone();
      case "GET /pulls" -> Pages.of(call, pulls(call, repository));
      case "GET /commits" ->
          Pages.of(
              call, java.util.Collections.nCopies(repository.commits, Map.of("sha", "0123abcd")));
      default -> Answer.message(404, "Not Found");
    };
  }

  private static Answer gone() {
    return Answer.message(410, "Issues are disabled for this repo");
  }

  private static List<Map<String, Object>> issues(Call call, FakeRepository repository) {
    String state = call.query("state", "open");
    String labels = call.query("labels", "");
    String assignee = call.query("assignee", "");
    Instant since = Instant.parse(call.query("since", "1970-01-01T00:00:00Z"));
    return newestFirst(repository).stream()
        .filter(issue -> state.equals("all") || issue.state.equals(state))
        .filter(issue -> labels.isEmpty() || issue.labels.containsAll(List.of(labels.split(","))))
        .filter(issue -> !issue.updatedAt.isBefore(since))
        .filter(issue -> assignee.isEmpty() || issue.assignees.contains(assignee))
        .map(issue -> issue.listed(repository))
        .toList();
  }

  private static List<Map<String, Object>> pulls(Call call, FakeRepository repository) {
    String state = call.query("state", "open");
    return (call.query("sort", "created").equals("updated")
            ? latestFirst(repository)
            : newestFirst(repository))
        .stream()
            .filter(
                issue -> issue.isPullRequest && (state.equals("all") || issue.state.equals(state)))
            .map(issue -> issue.pullRequest(repository))
            .toList();
  }

  private static List<FakeIssue> latestFirst(FakeRepository repository) {
    List<FakeIssue> all = new ArrayList<>(repository.issues.values());
    all.sort(Comparator.comparing((FakeIssue issue) -> issue.updatedAt).reversed());
    return all;
  }

  private static List<FakeIssue> newestFirst(FakeRepository repository) {
    List<FakeIssue> all = new ArrayList<>(repository.issues.values());
    all.sort(Comparator.comparing((FakeIssue issue) -> issue.number).reversed());
    return all;
  }

  private Answer create(Call call, FakeRepository repository, String login) {
    JsonNode json = call.json();
    FakeIssue issue =
        repository.add(
            new FakeIssue(
                repository.issues.size() + 1,
                false,
                json.path("title").asString(""),
                json.path("body").asString(""),
                login));
    json.path("labels").forEach(label -> issue.labels.add(label.asString()));
    json.path("assignees").forEach(name -> issue.assignees.add(name.asString()));
    hooks.issue("opened", repository, issue, login);
    return Answer.json(201, issue.json(repository));
  }

  private Answer one(
      Call call, FakeRepository repository, FakeIssue issue, String rest, String login) {
    if (issue == null) {
      return Answer.message(404, "Not Found");
    }
    if (call.method().equals("PATCH")) {
      JsonNode state = call.json().path("state");
      issue.writes++;
      if (state.isString() && !state.stringValue().equals(issue.state)) {
        issue.state = state.stringValue();
        issue.touch();
        hooks.issue(issue.state.equals("closed") ? "closed" : "reopened", repository, issue, login);
      }
    }
    return Pages.tagged(
        call, rest.startsWith("/pulls") ? issue.pullRequest(repository) : issue.listed(repository));
  }

  private static Answer comments(Call call, FakeIssue issue) {
    if (issue == null) {
      return Answer.message(404, "Not Found");
    }
    if (call.method().equals("POST")) {
      return Answer.json(201, issue.comment(call.json().path("body").asString()).json());
    }
    Instant since = Instant.parse(call.query("since", "1970-01-01T00:00:00Z"));
    return Pages.of(
        call,
        issue.comments.stream()
            .filter(comment -> !comment.at().isBefore(since))
            .map(FakeIssue.FakeComment::json)
            .toList());
  }
}

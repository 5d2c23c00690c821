package dev.devsync.fakegithub;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pages on which people do by hand what others would do on GitHub. */
final class Site {

  private static final Pattern IN_REPOSITORY =
      Pattern.compile("/([^/]+/[^/]+)(?:/(issues|pulls)(?:/(\\d+)/(\\w+))?)?");

  private final World world;
  private final FakeGithub github;

  Site(World world, FakeGithub github) {
    this.world = world;
    this.github = github;
  }

  Answer handle(Call call) {
    if (call.path().equals("/")) {
      return Answer.html(page("Repositories", repositories()));
    }
    Matcher matcher = IN_REPOSITORY.matcher(call.path());
    FakeRepository repository =
        matcher.matches() ? world.find(matcher.group(1)).orElse(null) : null;
    if (repository == null) {
      return Answer.message(404, "Not Found");
    }
    if (call.method().equals("POST") && matcher.group(2) != null) {
      synchronized (repository) {
        change(call, repository, matcher);
      }
      return Answer.redirect("/" + repository.fullName());
    }
    return Answer.html(page(repository.fullName(), content(repository)));
  }

  private void change(Call call, FakeRepository repository, Matcher matcher) {
    boolean isPull = matcher.group(2).equals("pulls");
    if (matcher.group(3) == null) {
      open(call, repository, isPull);
      return;
    }
    int number = Integer.parseInt(matcher.group(3));
    String who = world.visitor;
    switch (matcher.group(2) + " " + matcher.group(4)) {
      case "issues close" -> github.setState(repository, number, "closed", who);
      case "issues reopen" -> github.setState(repository, number, "open", who);
      case "pulls merge" -> github.finish(repository, number, true, who);
      case "pulls close" -> github.finish(repository, number, false, who);
      case "pulls reopen" -> github.reopen(repository, number, who);
      case "pulls review" -> github.requestReview(repository, number, "hubot");
      default -> throw new IllegalArgumentException("nothing to do: " + call.path());
    }
  }

  private void open(Call call, FakeRepository repository, boolean isPull) {
    String title = call.form().getOrDefault("title", "Untitled");
    if (isPull) {
      String branch = call.form().getOrDefault("branch", "feature");
      int number = repository.openPullRequest(title, branch, world.visitor).number();
      github.announcePullRequest(repository, number, "opened");
    } else {
      repository.open(title, world.visitor);
    }
  }

  private String repositories() {
    synchronized (world) {
      return world.repositories.stream()
          .map(FakeRepository::fullName)
          .map(name -> "<li><a href=\"/%1$s\">%1$s</a></li>".formatted(Html.escaped(name)))
          .collect(Collectors.joining("", "<ul>", "</ul>"));
    }
  }

  private static String content(FakeRepository repository) {
    synchronized (repository) {
      return "<p><a href=\"/\">All repositories</a></p><h2>Issues</h2>"
          + table(repository, false)
          + form(repository, "issues", "<input name=title aria-label=Title required>", "Open issue")
          + "<h2>Pull requests</h2>"
          + table(repository, true)
          + form(
              repository,
              "pulls",
              "<input name=title aria-label=Title required> <input name=branch aria-label=Branch value=feature>",
              "Open pull request");
    }
  }

  private static String table(FakeRepository repository, boolean pulls) {
    return repository.issues.values().stream()
        .filter(issue -> issue.isPullRequest == pulls)
        .map(issue -> row(repository, issue))
        .collect(Collectors.joining("", "<table>", "</table>"));
  }

  private static String row(FakeRepository repository, FakeIssue issue) {
    String state = issue.mergedAt == null ? issue.state : "merged";
    String buttons =
        actions(issue).stream()
            .map(
                action ->
                    form(
                        repository,
                        (issue.isPullRequest ? "pulls/" : "issues/") + issue.number + "/" + action,
                        "",
                        Html.capitalised(action)))
            .collect(Collectors.joining());
    return "<tr><td>#%d<td>%s<td>%s<td>%d comments<td>%s</tr>"
        .formatted(issue.number, Html.escaped(issue.title), state, issue.comments.size(), buttons);
  }

  private static List<String> actions(FakeIssue issue) {
    if (issue.mergedAt != null) {
      return List.of();
    }
    if (!issue.state.equals("open")) {
      return List.of("reopen");
    }
    return issue.isPullRequest ? List.of("review", "merge", "close") : List.of("close");
  }

  private static String form(FakeRepository repository, String path, String fields, String button) {
    return "<form method=post action=\"/%s/%s\">%s <button>%s</button></form>"
        .formatted(Html.escaped(repository.fullName()), path, fields, button);
  }

  private static String page(String title, String content) {
    return """
        <!doctype html><html lang=en><meta charset=utf-8><title>%1$s</title>
        <style>body{font:16px system-ui;max-width:60em;margin:2em auto}td{padding:.3em .8em}form{display:inline}
        button,input{font:inherit;padding:.2em .6em}</style>
        <h1>%1$s</h1><p>This is a stand-in for GitHub.</p>%2$s
        """
        .formatted(Html.escaped(title), content);
  }
}

package dev.devsync.github.links;

import dev.devsync.github.Integration;
import dev.devsync.github.accounts.GithubSessions;
import dev.devsync.github.client.Json;
import dev.devsync.github.issues.IssueItem;
import dev.devsync.github.links.IssueWriter.Wanted;
import dev.devsync.github.links.TaskLinks.Linkable;
import dev.devsync.github.repositories.RepositoryName;
import dev.devsync.github.sync.IncomingNews;
import dev.devsync.github.sync.IssueNews;
import dev.devsync.github.sync.PacedWrites;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.configuration.WebSettings;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Texts;
import dev.devsync.tasks.GithubLink;
import dev.devsync.tasks.TaskItem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Creates an issue from a task and links the two. */
@Service
class IssueCreation {

  private static final Logger log = LoggerFactory.getLogger(IssueCreation.class);
  private static final int LONGEST_BODY = 65_536;

  private final TaskLinks links;
  private final IssueWriter issues;
  private final PacedWrites paced;
  private final GithubSessions sessions;
  private final IncomingNews news;
  private final Integration integration;
  private final WebSettings web;

  IssueCreation(
      TaskLinks links,
      IssueWriter issues,
      PacedWrites paced,
      GithubSessions sessions,
      IncomingNews news,
      Integration integration,
      WebSettings web) {
    this.links = links;
    this.issues = issues;
    this.paced = paced;
    this.sessions = sessions;
    this.news = news;
    this.integration = integration;
    this.web = web;
  }

  record IssueCreated(String message, IssueItem issue, GithubLink link) {}

  IssueCreated create(int taskId, IssueRequest request, Caller caller) {
    integration.requireEnabled();
    Linkable linkable = links.linkable(taskId, request.repoId(), caller);
    RepositoryName name = RepositoryName.of(linkable.repository().name());
    Wanted wanted = new Wanted(taskId, request.repoId(), name, body(request, linkable.task()));
    JsonNode issue =
        sessions.as(caller, token -> paced.write(caller.id(), () -> issues.write(wanted, token)));
    return new IssueCreated(
        "GitHub issue created successfully",
        IssueItem.of(issue),
        linked(taskId, request.repoId(), issue, caller));
  }

  private GithubLink linked(int taskId, int repoId, JsonNode issue, Caller caller) {
    try {
      int number = Json.integer(issue, "number");
      GithubLink link =
          links.addCreated(
              taskId,
              new LinkRequest(
                  repoId, number, null, Texts.cut(Json.text(issue, "title"), 255), null),
              caller);
      note(link, issue);
      return links.current(link.id());
    } catch (RuntimeException failure) {
      log.error(
          "{} was created but could not be linked with task {}",
          Json.text(issue, "html_url"),
          taskId);
      throw failure instanceof ApiException
          ? new IllegalStateException("the issue is not linked", failure)
          : failure;
    }
  }

  /** All that was asked for is done, so that a failure here is none of the caller's. */
  private void note(GithubLink link, JsonNode issue) {
    try {
      IssueNews created = IssueNews.of(link.repoId(), issue);
      if (created != null) {
        news.noteFor(link.id(), created);
      }
    } catch (RuntimeException failure) {
      log.warn("The state of a created issue was not stored; polling will", failure);
    }
  }

  private Map<String, Object> body(IssueRequest request, TaskItem task) {
    String link = "%s/tasks/%d".formatted(web.frontendUrl(), task.id());
    String description = task.description() == null ? "" : task.description();
    String text =
        description.isBlank()
            ? ""
            : Texts.cut(description, LONGEST_BODY - link.length() - 50) + "\n\n";
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", request.title() == null ? task.title() : request.title());
    body.put("body", request.body() == null ? text + "DevSync task: " + link : request.body());
    if (!request.labels().isEmpty()) {
      body.put("labels", request.labels());
    }
    if (!request.assignees().isEmpty()) {
      body.put("assignees", request.assignees());
    }
    return body;
  }
}

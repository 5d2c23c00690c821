package dev.devsync.github.issues;

import dev.devsync.github.client.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An issue as the API shows it; times are GitHub's own words. */
public record IssueItem(
    long id,
    int number,
    String title,
    String state,
    String createdAt,
    String updatedAt,
    String htmlUrl,
    @Nullable String body,
    GithubPerson user,
    List<IssueLabel> labels,
    List<GithubPerson> assignees) {

  /** Somebody on GitHub; accounts that are gone have no picture. */
  public record GithubPerson(String login, @Nullable String avatarUrl) {

    static GithubPerson of(JsonNode json) {
      String login = Json.text(json, "login");
      return login.isEmpty()
          ? new GithubPerson("Unknown", null)
          : new GithubPerson(login, Json.nullableText(json, "avatar_url"));
    }
  }

  public record IssueLabel(String name, @Nullable String color) {

    static IssueLabel of(JsonNode json) {
      return json.isString()
          ? new IssueLabel(json.stringValue(), null)
          : new IssueLabel(Json.text(json, "name"), Json.nullableText(json, "color"));
    }
  }

  /** The issue in GitHub's words. */
  public static IssueItem of(JsonNode json) {
    List<IssueLabel> labels = new ArrayList<>();
    json.path("labels").forEach(label -> labels.add(IssueLabel.of(label)));
    List<GithubPerson> assignees = new ArrayList<>();
    json.path("assignees").forEach(person -> assignees.add(GithubPerson.of(person)));
    return new IssueItem(
        json.path("id").asLong(0),
        Json.integer(json, "number"),
        Json.text(json, "title"),
        Json.text(json, "state"),
        Json.text(json, "created_at"),
        Json.text(json, "updated_at"),
        Json.text(json, "html_url"),
        Json.nullableText(json, "body"),
        GithubPerson.of(json.path("user")),
        labels,
        assignees);
  }
}

package dev.devsync.projects;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.json.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project somebody wants to start. */
record NewProject(
    String name,
    @Nullable String description,
    String status,
    @Nullable String githubRepo,
    List<Integer> teamMembers) {

  static NewProject read(JsonBody body) {
    if (!body.hasValue("name") || !body.has("description")) {
      throw ApiException.badRequest("Missing required fields");
    }
    Field<String> name = ProjectFields.name(body);
    Field<String> description = ProjectFields.description(body);
    Field<String> status = ProjectFields.status(body);
    Field<List<Integer>> members = ProjectFields.teamMembers(body);
    Field<String> repo = ProjectFields.githubRepo(body);
    return new NewProject(
        name.orElse(""), description.value(), status.orElse("active"), repo.value(), members.orElse(List.of()));
  }

  /** How the API documents the request. */
  record Documented(
      String name,
      @Required @Nullable String description,
      @Nullable String status,
      @Nullable String githubRepo,
      @Nullable List<Integer> teamMembers) {}
}

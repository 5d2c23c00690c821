package dev.devsync.projects;

import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a project; absent fields stay.
 *
 * @param version the version the client has seen; absent if it does not care
 */
record ProjectChanges(
    Field<String> name,
    Field<String> description,
    Field<String> status,
    Field<String> githubRepo,
    Field<List<Integer>> teamMembers,
    Field<Integer> version) {

  static ProjectChanges read(JsonBody body) {
    Field<String> name = ProjectFields.name(body);
    Field<String> description = ProjectFields.description(body);
    Field<String> status = ProjectFields.status(body);
    Field<List<Integer>> members = ProjectFields.teamMembers(body);
    Field<String> repo = ProjectFields.githubRepo(body);
    return new ProjectChanges(name, description, status, repo, members, ProjectFields.version(body));
  }

  ProjectValues applyTo(ProjectValues before) {
    return new ProjectValues(
        name.orElse(before.name()),
        description.orStored(before.description()),
        status.orElse(before.status()),
        githubRepo.orStored(before.githubRepo()));
  }

  /** How the API documents the request. */
  record Documented(
      @Nullable String name,
      @Nullable String description,
      @Nullable String status,
      @Nullable String githubRepo,
      @Nullable List<Integer> teamMembers,
      @Nullable Integer version) {}
}

package dev.devsync.projects;

import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import java.util.List;

/** Reads the fields projects have, with the messages of the contract. */
final class ProjectFields {

  static final List<String> STATUSES = List.of("active", "completed", "on_hold", "cancelled");

  private static final String HYPHENATED = "on-hold";
  private static final List<String> ACCEPTED = List.of("active", "completed", "on_hold", "cancelled", HYPHENATED);

  private ProjectFields() {}

  static Field<String> name(JsonBody body) {
    return body.text("name", 3, 100, "Project name must be between 3 and 100 characters");
  }

  static Field<String> description(JsonBody body) {
    return body.text("description", "description is invalid");
  }

  static Field<String> status(JsonBody body) {
    return body.oneOf("status", ACCEPTED, "Status must be one of: " + String.join(", ", STATUSES))
        .map(ProjectFields::storedStatus);
  }

  /** The status as it is stored, for one that may be written the way older clients do. */
  static String storedStatus(String status) {
    return status.equals(HYPHENATED) ? "on_hold" : status;
  }

  /** A blank repository is none. */
  static Field<String> githubRepo(JsonBody body) {
    Field<String> repo =
        body.text("github_repo", 0, 255, "GitHub repository URL must be at most 255 characters");
    return repo.orElse("").isBlank() ? new Field<>(repo.isPresent(), null) : repo;
  }

  /** Null is an empty team. */
  static Field<List<Integer>> teamMembers(JsonBody body) {
    Field<List<Integer>> members = body.ids("team_members", "Team members must be a list of user IDs");
    return members.isPresent() ? Field.of(members.orElse(List.of())) : members;
  }

  static Field<Integer> version(JsonBody body) {
    return body.integer("version", Integer.MIN_VALUE, Integer.MAX_VALUE, "version is invalid");
  }
}

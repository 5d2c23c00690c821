package dev.devsync.projects;

import dev.devsync.platform.changes.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can change of a project, apart from its members. */
record ProjectValues(
    String name, @Nullable String description, String status, @Nullable String githubRepo) {

  static ProjectValues of(ProjectItem project) {
    return new ProjectValues(project.name(), project.description(), project.status(), project.githubRepo());
  }

  List<FieldChange> differencesTo(ProjectValues after) {
    List<FieldChange> changes = new ArrayList<>();
    addIfChanged(changes, "name", name, after.name);
    addIfChanged(changes, "description", description, after.description);
    addIfChanged(changes, "status", status, after.status);
    addIfChanged(changes, "github_repo", githubRepo, after.githubRepo);
    return changes;
  }

  private static void addIfChanged(
      List<FieldChange> changes, String field, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      changes.add(new FieldChange(field, from, to));
    }
  }
}

package dev.devsync.search;

import dev.devsync.platform.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found, at most ten of a kind, the best first. */
record Findings(List<FoundTask> tasks, List<FoundProject> projects, List<FoundPerson> people) {

  static final Findings NOTHING = new Findings(List.of(), List.of(), List.of());

  record FoundTask(
      int id,
      String title,
      String status,
      @Nullable Integer projectId,
      @Nullable String projectName) {}

  record FoundProject(int id, String name, String status) {}

  record FoundPerson(int id, String name, Role role, String email) {}
}

package dev.devsync.projects;

import dev.devsync.users.Member;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project as it appears on the wire, alone and in lists.
 *
 * @param creatorName {@code Unknown} if the creator is gone
 * @param completionPercentage complete tasks of all tasks, rounded half up; 0 without tasks
 * @param version counts changes; a client that sends it back is told of conflicts
 */
record ProjectItem(
    int id,
    String name,
    @Nullable String description,
    String status,
    @Nullable String githubRepo,
    int createdBy,
    String creatorName,
    List<Member> teamMembers,
    Instant createdAt,
    Instant updatedAt,
    int taskCount,
    int completionPercentage,
    int version) {

  /** What events tell of it. */
  ProjectFacts facts() {
    return new ProjectFacts(id, name, status, createdBy, teamMembers.stream().map(Member::id).toList());
  }
}

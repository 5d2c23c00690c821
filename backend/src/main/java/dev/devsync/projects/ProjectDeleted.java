package dev.devsync.projects;

import dev.devsync.platform.changes.DomainEvent;

/**
 * A project is gone.
 *
 * @param project as it was, with its last members
 * @param byRetention whether its time was up, in which case its tasks went too
 */
public record ProjectDeleted(ProjectFacts project, boolean byRetention) implements DomainEvent {

  @Override
  public String type() {
    return "project.deleted";
  }

  @Override
  public Integer inProject() {
    return project.id();
  }
}

package dev.devsync.projects;

import dev.devsync.platform.changes.DomainEvent;

/** There is a new project. */
public record ProjectCreated(ProjectFacts project) implements DomainEvent {

  @Override
  public String type() {
    return "project.created";
  }

  @Override
  public Integer inProject() {
    return project.id();
  }
}

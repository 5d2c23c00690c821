package dev.devsync.projects;

import dev.devsync.platform.changes.DomainEvent;
import dev.devsync.platform.changes.FieldChange;
import dev.devsync.users.Member;
import java.util.List;

/** A project changed, or its members did. */
public record ProjectUpdated(
    ProjectFacts project, List<FieldChange> changes, List<Member> added, List<Member> removed)
    implements DomainEvent {

  @Override
  public String type() {
    return "project.updated";
  }

  @Override
  public Integer inProject() {
    return project.id();
  }
}

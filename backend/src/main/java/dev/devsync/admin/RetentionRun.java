package dev.devsync.admin;

import dev.devsync.platform.changes.DomainEvent;

/** Retention was run: by hand, or by the clock with something to delete. */
public record RetentionRun(int auditLogsDeleted, int projectsDeleted) implements DomainEvent {

  @Override
  public String type() {
    return "retention.run";
  }
}

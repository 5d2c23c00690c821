package dev.devsync.platform.changes;

import org.jspecify.annotations.Nullable;

/** The audit log has a new entry. */
public record AuditRecorded(
    String action, @Nullable String resourceType, @Nullable String resourceId)
    implements DomainEvent {

  @Override
  public String type() {
    return "audit.recorded";
  }
}

package dev.devsync.platform.changes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log is to say of a change (contract, domain section 6).
 *
 * @param metadata never secrets, passwords, tokens or texts people wrote; empty is stored as null
 */
public record AuditEntry(
    String action,
    @Nullable String resourceType,
    @Nullable String resourceId,
    Map<String, ?> metadata) {

  public static AuditEntry of(String action, String resourceType, int resourceId) {
    return new AuditEntry(action, resourceType, Integer.toString(resourceId), Map.of());
  }

  public static AuditEntry of(
      String action, String resourceType, int resourceId, Map<String, ?> metadata) {
    return new AuditEntry(action, resourceType, Integer.toString(resourceId), metadata);
  }
}

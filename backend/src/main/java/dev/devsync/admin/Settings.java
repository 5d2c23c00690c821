package dev.devsync.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.devsync.platform.access.Role;
import java.util.Map;

/**
 * The effective settings: what is stored, and defaults for the rest (contract, domain section 8).
 *
 * @param auditLogRetentionDays 0 keeps entries for ever
 * @param projectRetentionDays 0 keeps completed projects for ever
 * @param notificationSettings switches by name, all of them present
 */
public record Settings(
    Role defaultUserRole,
    boolean allowSelfRegistration,
    int auditLogRetentionDays,
    int projectRetentionDays,
    boolean autoArchiveCompletedProjects,
    boolean notifyOnOverdueTasks,
    Map<String, Boolean> notificationSettings,
    boolean githubIntegrationEnabled,
    String appName) {

  /** The older name of {@code allow_self_registration}. */
  @JsonProperty("allow_registration")
  public boolean allowRegistration() {
    return allowSelfRegistration;
  }

  /** Whether this group of notifications is on. */
  public boolean notifies(NotificationSwitch group) {
    return notificationSettings.getOrDefault(group.wireName(), true);
  }
}

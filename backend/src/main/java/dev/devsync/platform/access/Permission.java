package dev.devsync.platform.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The permissions that clients are told about, in the order in which they are listed, each with the
 * lowest role that has it. Rights build on them: see {@link Right}.
 */
public enum Permission {
  CAN_VIEW_TASKS(Role.DEVELOPER),
  CAN_UPDATE_ASSIGNED_TASKS(Role.DEVELOPER),
  CAN_COMMENT_ON_TASKS(Role.DEVELOPER),
  CAN_VIEW_NOTIFICATIONS(Role.DEVELOPER),
  CAN_MANAGE_PERSONAL_NOTIFICATIONS(Role.DEVELOPER),
  CAN_VIEW_OWN_PROFILE(Role.DEVELOPER),
  CAN_UPDATE_OWN_PROFILE(Role.DEVELOPER),
  CAN_LINK_GITHUB_ACCOUNT(Role.DEVELOPER),
  CAN_CREATE_TASKS(Role.TEAM_LEAD),
  CAN_ASSIGN_TASKS(Role.TEAM_LEAD),
  CAN_UPDATE_ANY_TASK(Role.TEAM_LEAD),
  CAN_VIEW_ALL_USERS(Role.TEAM_LEAD),
  CAN_VIEW_SYSTEM_STATS(Role.TEAM_LEAD),
  CAN_GENERATE_REPORTS(Role.TEAM_LEAD),
  CAN_VIEW_AUDIT_LOGS(Role.TEAM_LEAD),
  CAN_MANAGE_USERS(Role.ADMIN),
  CAN_MANAGE_PROJECTS(Role.ADMIN),
  CAN_MANAGE_SYSTEM_SETTINGS(Role.ADMIN),
  CAN_LINK_GITHUB_REPOS(Role.ADMIN);

  private final Role lowestRole;

  Permission(Role lowestRole) {
    this.lowestRole = lowestRole;
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isGrantedTo(Role role) {
    return role.isAtLeast(lowestRole);
  }

  /** All permissions of a role, in listing order. */
  public static List<Permission> of(Role role) {
    return Arrays.stream(values()).filter(permission -> permission.isGrantedTo(role)).toList();
  }
}

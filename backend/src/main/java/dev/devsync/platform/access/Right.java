package dev.devsync.platform.access;

import static dev.devsync.platform.access.Grant.ALWAYS;
import static dev.devsync.platform.access.Grant.NEVER;
import static dev.devsync.platform.access.Grant.when;
import static dev.devsync.platform.access.Relation.ASSIGNEE;
import static dev.devsync.platform.access.Relation.AUTHOR;
import static dev.devsync.platform.access.Relation.CREATOR;
import static dev.devsync.platform.access.Relation.PROJECT_CREATOR;
import static dev.devsync.platform.access.Relation.PROJECT_MEMBER;
import static dev.devsync.platform.access.Relation.RECIPIENT;
import static dev.devsync.platform.access.Relation.SELF;

import java.util.Set;

/**
 * The one table of rights: what each role may do, and in which relation to the subject. Endpoints
 * name their right with {@link Requires}; the gate refuses roles that can never have it, services
 * ask {@link #isGrantedTo} with the relations they find, and the documentation of rights is
 * generated from here.
 */
public enum Right {
  /** Anything every signed-in user may do about themselves. */
  USE_OWN_ACCOUNT(ALWAYS, ALWAYS, ALWAYS),
  LIST_PEOPLE(ALWAYS, ALWAYS, ALWAYS),
  VIEW_PERSON(when(SELF), ALWAYS, ALWAYS),
  VIEW_ALL_USERS(Permission.CAN_VIEW_ALL_USERS),
  MANAGE_USERS(Permission.CAN_MANAGE_USERS),

  LIST_PROJECTS(when(PROJECT_MEMBER, PROJECT_CREATOR), ALWAYS, ALWAYS),
  VIEW_PROJECT(when(PROJECT_MEMBER, PROJECT_CREATOR), ALWAYS, ALWAYS),
  CHANGE_PROJECTS(NEVER, ALWAYS, ALWAYS),

  VIEW_TASK(when(ASSIGNEE, CREATOR, PROJECT_MEMBER, PROJECT_CREATOR), ALWAYS, ALWAYS),
  CREATE_TASK(when(ASSIGNEE), ALWAYS, ALWAYS),
  UPDATE_TASK(when(ASSIGNEE), ALWAYS, ALWAYS),
  REASSIGN_TASK(Permission.CAN_ASSIGN_TASKS),
  DELETE_TASK(when(ASSIGNEE, CREATOR), ALWAYS, ALWAYS),

  READ_COMMENTS(when(ASSIGNEE, CREATOR, PROJECT_MEMBER, PROJECT_CREATOR), ALWAYS, ALWAYS),
  ADD_COMMENT(when(ASSIGNEE, CREATOR, PROJECT_MEMBER, PROJECT_CREATOR), ALWAYS, ALWAYS),
  CHANGE_COMMENT(when(AUTHOR), when(AUTHOR), ALWAYS),

  HANDLE_OWN_NOTIFICATIONS(when(RECIPIENT), when(RECIPIENT), when(RECIPIENT)),
  CREATE_NOTIFICATION(when(SELF), ALWAYS, ALWAYS),

  VIEW_MEMBER_DASHBOARD(ALWAYS, ALWAYS, NEVER),
  VIEW_MANAGEMENT_DASHBOARD(NEVER, ALWAYS, ALWAYS),

  USE_REPORTS(Permission.CAN_GENERATE_REPORTS),
  DELETE_REPORT(NEVER, when(AUTHOR), ALWAYS),

  VIEW_SYSTEM_FIGURES(Permission.CAN_VIEW_SYSTEM_STATS),
  VIEW_AUDIT_LOG(Permission.CAN_VIEW_AUDIT_LOGS),
  PURGE_AUDIT_LOG(NEVER, NEVER, ALWAYS),
  MANAGE_SETTINGS(Permission.CAN_MANAGE_SYSTEM_SETTINGS),

  CONNECT_GITHUB(Permission.CAN_LINK_GITHUB_ACCOUNT),
  BROWSE_GITHUB(ALWAYS, ALWAYS, ALWAYS),
  TRACK_REPOSITORIES(Permission.CAN_LINK_GITHUB_REPOS),
  VIEW_SYNCHRONISATION(ALWAYS, ALWAYS, ALWAYS),
  MANAGE_SYNCHRONISATION(NEVER, ALWAYS, ALWAYS),

  /** Finding what one may see anyway. */
  SEARCH(ALWAYS, ALWAYS, ALWAYS),
  /** Hearing of changes to what one may see anyway. */
  HEAR_EVENTS(ALWAYS, ALWAYS, ALWAYS);

  private final Grant developer;
  private final Grant teamLead;
  private final Grant admin;

  Right(Grant developer, Grant teamLead, Grant admin) {
    this.developer = developer;
    this.teamLead = teamLead;
    this.admin = admin;
  }

  Right(Permission permission) {
    this(
        grant(permission, Role.DEVELOPER),
        grant(permission, Role.TEAM_LEAD),
        grant(permission, Role.ADMIN));
  }

  private static Grant grant(Permission permission, Role role) {
    return permission.isGrantedTo(role) ? ALWAYS : NEVER;
  }

  private Grant grantOf(Role role) {
    return switch (role) {
      case DEVELOPER -> developer;
      case TEAM_LEAD -> teamLead;
      case ADMIN -> admin;
    };
  }

  /** Whether the role can have this right for some subject; the gate refuses it otherwise. */
  public boolean isPossibleFor(Role role) {
    return grantOf(role).isPossible();
  }

  /** Whether the role has this right for every subject, so that no relation need be looked up. */
  public boolean isUnconditionalFor(Role role) {
    return grantOf(role) == ALWAYS;
  }

  /** Whether the role has this right for a subject to which its user stands in these relations. */
  public boolean isGrantedTo(Role role, Set<Relation> relations) {
    return grantOf(role).holdsFor(relations);
  }

  /**
   * The cell of the rights table for the role: {@code yes}, {@code -}, or the relations that are
   * needed.
   */
  public String wordsFor(Role role) {
    return grantOf(role).words();
  }

  /** What a refused role is told (contract, error shape E4). */
  public String refusal() {
    return isPossibleFor(Role.TEAM_LEAD)
            || isPossibleFor(Role.DEVELOPER)
            || this == TRACK_REPOSITORIES
        ? "Insufficient permissions"
        : "Admin access required";
  }
}

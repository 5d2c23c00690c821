package dev.devsync.platform.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated user of a request, with the role the database holds now.
 *
 * @param sessionId null for tokens issued before sessions existed
 */
public record Caller(
    int id, String name, String email, Role role, @Nullable UUID sessionId, Origin origin) {

  public boolean isManager() {
    return role.isManager();
  }

  public boolean isAdmin() {
    return role == Role.ADMIN;
  }

  public boolean has(Right right, Set<Relation> relations) {
    return right.isGrantedTo(role, relations);
  }

  public Actor actor() {
    return Actor.user(id, role, origin);
  }
}

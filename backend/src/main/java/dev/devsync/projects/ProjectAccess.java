package dev.devsync.projects;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Relation;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.errors.ApiException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers who may see a project. */
@Repository
public class ProjectAccess {

  private final JdbcClient jdbc;

  ProjectAccess(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How the user stands to the project; empty if there is no such project. */
  public Optional<Set<Relation>> relations(int userId, int projectId) {
    return jdbc.sql(
            "SELECT created_by = :user AS creator, EXISTS (SELECT 1 FROM project_members m"
                + " WHERE m.project_id = p.id AND m.user_id = :user) AS member FROM projects p WHERE id = :project")
        .param("user", userId)
        .param("project", projectId)
        .query(
            (row, number) -> {
              Set<Relation> relations = EnumSet.noneOf(Relation.class);
              if (row.getBoolean("creator")) {
                relations.add(Relation.PROJECT_CREATOR);
              }
              if (row.getBoolean("member")) {
                relations.add(Relation.PROJECT_MEMBER);
              }
              return relations;
            })
        .optional();
  }

  /** Passes if the caller may see the project; otherwise 404 if it is missing and 403 if it is not theirs. */
  public void requireReadable(Caller caller, int projectId) {
    Set<Relation> relations = relations(caller.id(), projectId).orElseThrow(ApiException::resourceNotFound);
    if (!caller.has(Right.VIEW_PROJECT, relations)) {
      throw noAccess();
    }
  }

  public static ApiException noAccess() {
    return ApiException.forbidden("You do not have access to this project");
  }
}

package dev.devsync.projects;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.time.Instants;
import dev.devsync.users.Member;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The one query shape of projects: members and counts come along, whatever the number of projects. */
final class ProjectRows {

  static final String SELECT =
      "SELECT p.id, p.name, p.description, p.status, p.github_repo, p.created_by,"
          + " coalesce(c.name, 'Unknown') AS creator_name, p.created_at, p.updated_at, p.version,"
          + " m.ids, m.names, m.roles, t.total, t.complete"
          + " FROM projects p LEFT JOIN users c ON c.id = p.created_by"
          + " CROSS JOIN LATERAL (SELECT array_agg(u.id ORDER BY u.id) AS ids,"
          + " array_agg(u.name ORDER BY u.id) AS names, array_agg(u.role ORDER BY u.id) AS roles"
          + " FROM project_members pm JOIN users u ON u.id = pm.user_id WHERE pm.project_id = p.id) m"
          + " CROSS JOIN LATERAL (SELECT count(*) AS total,"
          + " count(*) FILTER (WHERE status IN ('done', 'completed')) AS complete"
          + " FROM tasks WHERE project_id = p.id) t";

  private ProjectRows() {}

  static ProjectItem map(ResultSet row, int number) throws SQLException {
    return new ProjectItem(
        row.getInt("id"),
        row.getString("name"),
        row.getString("description"),
        row.getString("status"),
        row.getString("github_repo"),
        row.getInt("created_by"),
        row.getString("creator_name"),
        members(row),
        Instants.required(row, "created_at"),
        Instants.required(row, "updated_at"),
        row.getInt("total"),
        percentage(row.getLong("complete"), row.getLong("total")),
        row.getInt("version"));
  }

  static int percentage(long complete, long total) {
    return total == 0 ? 0 : (int) ((200 * complete + total) / (2 * total));
  }

  private static List<Member> members(ResultSet row) throws SQLException {
    Array column = row.getArray("ids");
    if (column == null) {
      return List.of();
    }
    Integer[] ids = (Integer[]) column.getArray();
    String[] names = (String[]) row.getArray("names").getArray();
    String[] roles = (String[]) row.getArray("roles").getArray();
    List<Member> members = new ArrayList<>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      members.add(new Member(ids[i], names[i], Role.named(roles[i]).orElseThrow()));
    }
    return members;
  }
}

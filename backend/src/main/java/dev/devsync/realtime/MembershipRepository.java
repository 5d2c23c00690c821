package dev.devsync.realtime;

import dev.devsync.tasks.TaskRows;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares who is in rooms with who may be there now, many at once. */
@Repository
class MembershipRepository {

  private static final String WITHOUT_RIGHT =
      "SELECT w.place::int FROM unnest(:users::int[], :ids::int[]) WITH ORDINALITY AS w (user_id,"
          + " id, place) WHERE NOT EXISTS (SELECT 1 FROM users u JOIN ";
  private static final String PROJECT =
      "projects p ON p.id = w.id WHERE u.id = w.user_id AND (u.role IN ('team_lead', 'admin') OR"
          + " u.id = p.created_by OR EXISTS (SELECT 1 FROM project_members m WHERE m.project_id ="
          + " p.id AND m.user_id = u.id)))";
  private static final String TASK =
      "tasks t ON t.id = w.id WHERE u.id = w.user_id AND " + TaskRows.VISIBLE_TO_USER + ")";

  private final JdbcClient jdbc;

  MembershipRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Those whose user may not be in the room any more.
   *
   * @param all in rooms of the same kind
   * @return places in the list, from 1
   */
  Set<Integer> withoutRight(Room.Kind kind, List<Membership> all) {
    return Set.copyOf(
        jdbc.sql(WITHOUT_RIGHT + (kind == Room.Kind.TASK ? TASK : PROJECT))
            .param("users", ids(all, membership -> membership.session().userId()))
            .param("ids", ids(all, membership -> membership.room().id()))
            .query(Integer.class)
            .list());
  }

  private static Integer[] ids(List<Membership> all, ToIntFunction<Membership> id) {
    return all.stream().mapToInt(id).boxed().toArray(Integer[]::new);
  }
}

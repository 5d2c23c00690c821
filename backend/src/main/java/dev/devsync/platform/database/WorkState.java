package dev.devsync.platform.database;

import jakarta.annotation.PostConstruct;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names the state of the work: of tasks, projects, their members, people, and links with GitHub. By
 * it clients can ask whether what they hold is still true. Triggers note every transaction that
 * changes it in {@code ops.work_changes}, whoever makes it.
 */
@Component
public class WorkState {

  /** The last transaction that no other can precede any more. */
  private static final String LAST_SETTLED =
      "(SELECT xid FROM ops.work_changes WHERE xid < pg_snapshot_xmin(pg_current_snapshot())"
          + " ORDER BY xid DESC LIMIT 1)";

  /** Beyond, while a transaction stays open for long, any transaction makes a new name. */
  private static final int MOST_COUNTED = 1_000;

  private final JdbcClient jdbc;

  WorkState(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A name that is the same again only as long as nothing has changed. It has to be taken before
   * the data is read: then a change in between makes the name out of date rather than the data.
   */
  public String name() {
    // Of transactions that may still be preceded by others the number counts: with the same oldest
    // of them, more can only become visible. Transaction ids repeat in another cluster, for example
    // after a dump was restored; its start time does not.
    return jdbc.sql(
            "SELECT concat_ws('-', extract(epoch FROM pg_postmaster_start_time()), settled,"
                + " CASE WHEN settled IS NULL OR visible > :most THEN pg_current_snapshot()::text"
                + " ELSE visible::text END) FROM (SELECT "
                + LAST_SETTLED
                + " AS settled, (SELECT count(*) FROM (SELECT FROM ops.work_changes"
                + " WHERE xid >= pg_snapshot_xmin(pg_current_snapshot()) LIMIT :most + 1) unsettled)"
                + " AS visible) changes")
        .param("most", MOST_COUNTED)
        .query(String.class)
        .single();
  }

  /**
   * Makes all former names untrue, once for each start of a server: another version may show the
   * same data in another way, and a restored dump may hold transactions of another cluster.
   */
  @PostConstruct
  void renew() {
    jdbc.sql("DELETE FROM ops.work_changes WHERE xid >= pg_snapshot_xmax(pg_current_snapshot())")
        .update();
    jdbc.sql("INSERT INTO ops.work_changes DEFAULT VALUES").update();
  }

  /** Forgets the transactions that the name does not depend on any more. */
  public void trim() {
    jdbc.sql("DELETE FROM ops.work_changes WHERE xid < " + LAST_SETTLED).update();
  }
}

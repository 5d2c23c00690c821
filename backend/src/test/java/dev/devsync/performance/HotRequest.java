package dev.devsync.performance;

import dev.devsync.performance.QueryPlans.Access;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request that people make often, and what it may cost on the data set.
 *
 * @param statements exactly this many
 * @param rows looked at in tables, at most
 * @param kilobytes of the answer, compressed as browsers ask for, at most
 * @param allocated kilobytes for one request, at most; twice what was measured with coverage on
 * @param readWhole which of the large tables it may read whole
 */
record HotRequest(
    Who who,
    String path,
    int statements,
    long rows,
    long kilobytes,
    long allocated,
    String... readWhole) {

  /** The tables that grow, and that no hot query may therefore read whole. */
  private static final Set<String> LARGE =
      Set.of("tasks", "comments", "notifications", "audit_logs", "events");

  /** Who asks, as the number of a user of the data set. */
  enum Who {
    ADMIN(1),
    DEVELOPER(30);

    final int number;

    Who(int number) {
      this.number = number;
    }
  }

  static final List<HotRequest> ALL =
      List.of(
          new HotRequest(Who.DEVELOPER, "/auth/me", 2, 500, 1, 300),
          new HotRequest(Who.ADMIN, "/projects", 3, 40_000, 8, 4_000),
          // A fifth of all tasks, for which PostgreSQL rightly reads the whole table.
          new HotRequest(Who.DEVELOPER, "/tasks", 3, 25_000, 150, 24_000, "tasks"),
          // The total is exact, so that an index is counted.
          new HotRequest(Who.ADMIN, "/tasks?page=3&per_page=50", 4, 25_000, 5, 600),
          new HotRequest(Who.ADMIN, "/tasks?page=1&per_page=50&q=importer", 4, 6_000, 5, 600),
          new HotRequest(Who.ADMIN, "/tasks/77", 3, 700, 2, 300),
          new HotRequest(Who.ADMIN, "/tasks/77/comments", 3, 900, 2, 400),
          new HotRequest(Who.DEVELOPER, "/notifications", 3, 600, 5, 800),
          new HotRequest(Who.DEVELOPER, "/dashboard", 6, 600, 2, 500),
          new HotRequest(Who.DEVELOPER, "/dashboard/client", 8, 7_000, 5, 1_200),
          // Figures over everything, in one pass.
          new HotRequest(Who.ADMIN, "/dashboard/admin?timeRange=week", 8, 25_000, 2, 500, "tasks"),
          new HotRequest(Who.ADMIN, "/dashboard/projects/1", 8, 1_800, 2, 600),
          new HotRequest(Who.ADMIN, "/admin/audit-logs?page=1&per_page=25", 3, 25_000, 2, 400));

  /** Those that are made once for all who get the same, and their statements if made already. */
  static final Map<String, Integer> SHARED =
      Map.of(
          "/projects", 2,
          "/tasks", 2,
          "/tasks?page=3&per_page=50", 2,
          "/tasks?page=1&per_page=50&q=importer", 2,
          "/dashboard", 2,
          "/dashboard/client", 2,
          "/dashboard/admin?timeRange=week", 2,
          "/dashboard/projects/1", 3);

  static HotRequest of(String path) {
    return ALL.stream().filter(hot -> hot.path().equals(path)).findFirst().orElseThrow();
  }

  boolean mayRead(Access access) {
    return !access.how().equals("Seq Scan")
        || !LARGE.contains(access.table())
        || List.of(readWhole).contains(access.table());
  }
}

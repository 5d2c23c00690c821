package dev.devsync.performance;

import dev.devsync.testing.StatementCounter.Run;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the queries of a request again and tells what PostgreSQL did for each. */
final class QueryPlans {

  private static final JsonMapper JSON = new JsonMapper();

  private final Connection connection;

  QueryPlans(Connection connection) {
    this.connection = connection;
  }

  /**
   * One access to a table.
   *
   * @param how for example {@code Seq Scan}
   * @param rows how many rows were looked at, those that were dropped included
   */
  record Access(String table, String how, long rows) {}

  /** Every access to a table by the queries among the statements. */
  List<Access> accesses(List<Run> runs) throws SQLException {
    List<Access> accesses = new ArrayList<>();
    for (Run run : runs) {
      if (isQuery(run.sql())) {
        collect(explain(run).get(0).get("Plan"), accesses);
      }
    }
    return accesses;
  }

  /** The lines in which PostgreSQL prints what it did for a query, without times and memory. */
  List<String> text(Run run) throws SQLException {
    return lines(run, "ANALYZE, TIMING OFF, SUMMARY OFF, COSTS OFF, BUFFERS OFF");
  }

  private static boolean isQuery(String sql) {
    String start = sql.stripLeading().toUpperCase(Locale.ROOT);
    return start.startsWith("SELECT") || start.startsWith("WITH");
  }

  private JsonNode explain(Run run) throws SQLException {
    return JSON.readTree(String.join("", lines(run, "ANALYZE, TIMING OFF, FORMAT JSON")));
  }

  private List<String> lines(Run run, String options) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("EXPLAIN (" + options + ") " + run.sql())) {
      for (ParameterSetOperation parameter : run.parameters()) {
        set(statement, parameter);
      }
      try (ResultSet plan = statement.executeQuery()) {
        List<String> lines = new ArrayList<>();
        while (plan.next()) {
          lines.add(plan.getString(1));
        }
        return lines;
      }
    }
  }

  private static void set(PreparedStatement statement, ParameterSetOperation parameter) {
    try {
      parameter.getMethod().invoke(statement, parameter.getArgs());
    } catch (IllegalAccessException | InvocationTargetException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void collect(JsonNode node, List<Access> accesses) {
    JsonNode table = node.get("Relation Name");
    if (table != null) {
      accesses.add(new Access(table.asString(), node.get("Node Type").asString(), rows(node)));
    }
    JsonNode children = node.get("Plans");
    if (children != null) {
      StreamSupport.stream(children.spliterator(), false)
          .forEach(child -> collect(child, accesses));
    }
  }

  private static long rows(JsonNode node) {
    double once =
        number(node, "Actual Rows")
            + number(node, "Rows Removed by Filter")
            + number(node, "Rows Removed by Index Recheck");
    return Math.round(once * number(node, "Actual Loops"));
  }

  private static double number(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null ? 0 : value.asDouble();
  }
}

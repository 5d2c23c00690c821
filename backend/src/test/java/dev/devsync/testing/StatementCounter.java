package dev.devsync.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;

/** Remembers the statements that requests run, so that tests can say how many there may be. */
public final class StatementCounter implements QueryExecutionListener {

  private final List<Run> runs = new CopyOnWriteArrayList<>();

  /**
   * A statement that was run.
   *
   * @param parameters calls that set its parameters
   */
  public record Run(String sql, List<ParameterSetOperation> parameters) {}

  public void reset() {
    runs.clear();
  }

  /** The statements run by request threads since the last reset. */
  public List<String> statements() {
    return runs.stream().map(Run::sql).toList();
  }

  /** The same with their parameters. */
  public List<Run> runs() {
    return List.copyOf(runs);
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    if (Thread.currentThread().getName().startsWith("tomcat-handler")) {
      runs.add(queries.isEmpty() ? new Run("", List.of()) : run(queries.getFirst()));
    }
  }

  private static Run run(QueryInfo query) {
    return new Run(
        query.getQuery(),
        query.getParametersList().isEmpty()
            ? List.of()
            : List.copyOf(query.getParametersList().getFirst()));
  }
}

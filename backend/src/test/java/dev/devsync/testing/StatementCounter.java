package dev.devsync.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/** Remembers the statements that requests run, so that tests can say how many there may be. */
public final class StatementCounter implements QueryExecutionListener {

  private final List<String> statements = new CopyOnWriteArrayList<>();

  public void reset() {
    statements.clear();
  }

  /** The statements run by request threads since the last reset. */
  public List<String> statements() {
    return List.copyOf(statements);
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    if (Thread.currentThread().getName().startsWith("tomcat-handler")) {
      statements.add(queries.isEmpty() ? "" : queries.getFirst().getQuery());
    }
  }
}

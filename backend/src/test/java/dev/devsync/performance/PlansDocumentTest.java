package dev.devsync.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.StatementCounter.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Keeps the plan of every hot query in the documentation. Only the queries are compared: plans
 * depend on the statistics of the day, and what they must not do is tested by {@link
 * HotRequestTest}.
 */
class PlansDocumentTest extends DatasetTest {

  private static final Path DOCUMENT = Path.of("../docs/performance-plans.md");
  private static final String HEAD =
      """
      # Plans of the hot queries

      What PostgreSQL does for each query of the requests guarded by `HotRequestTest`, on twenty thousand tasks, right
      after `VACUUM ANALYZE`. Written by `make docs`; the build fails when a query is missing. Who is asking is looked
      up by the first query of every request, which is shown once.
      """;

  @Autowired private DataSource database;

  @Test
  void theDocumentShowsTheHotQueries() throws IOException, SQLException {
    StringBuilder document = new StringBuilder(HEAD);
    try (Connection connection = database.getConnection()) {
      QueryPlans plans = new QueryPlans(connection);
      for (HotRequest hot : HotRequest.ALL) {
        append(document, hot, plans);
      }
    }
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(DOCUMENT, document);
    }
    assertThat(queries(Files.readString(DOCUMENT))).isEqualTo(queries(document.toString()));
  }

  private void append(StringBuilder document, HotRequest hot, QueryPlans plans)
      throws IOException, SQLException {
    statements.reset();
    send(hot);
    document.append("\n## `").append(hot.path()).append("`\n");
    for (Run run : statements.runs()) {
      if (document.indexOf(run.sql()) < 0) {
        document.append("\n```sql\n").append(run.sql()).append("\n```\n\n```text\n");
        plans.text(run).forEach(line -> document.append(line).append('\n'));
        document.append("```\n");
      }
    }
  }

  private static List<String> queries(String document) {
    return document
        .lines()
        .filter(line -> line.startsWith("SELECT") || line.startsWith("WITH"))
        .toList();
  }
}

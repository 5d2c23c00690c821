package dev.devsync.platform.database;

import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads long results piece by piece, so that no request holds one whole. */
@Component
public class Cursor {

  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Cursor(DataSource dataSource, PlatformTransactionManager transactions) {
    JdbcTemplate template = new JdbcTemplate(dataSource);
    template.setFetchSize(ROWS_AT_ONCE);
    jdbc = JdbcClient.create(template);
    // The driver uses a cursor inside transactions only.
    transaction = new TransactionTemplate(transactions);
    transaction.setReadOnly(true);
  }

  /** Hands every row of the query to the sink, in a read-only transaction that lasts as long as that takes. */
  public <T> void each(
      String sql, Map<String, ? extends @Nullable Object> parameters, RowMapper<T> mapper, Consumer<T> sink) {
    RowCallbackHandler handler = row -> sink.accept(mapper.mapRow(row, row.getRow()));
    transaction.executeWithoutResult(status -> jdbc.sql(sql).params(parameters).query(handler));
  }
}

package dev.devsync.github.accounts;

import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.platform.crypto.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Brings stored secrets under the newest key: those an earlier server left in clear, and those
 * sealed under an older key. In small batches, and beside whoever writes tokens meanwhile.
 */
@Repository
public class TokenSealing {

  private static final Logger log = LoggerFactory.getLogger(TokenSealing.class);
  private static final int BATCH = 500;
  private static final List<Column> COLUMNS =
      List.of(
          new Column("public.github_tokens", "access_token", Purpose.GITHUB_TOKEN),
          new Column("public.github_tokens", "refresh_token", Purpose.GITHUB_TOKEN),
          new Column("ops.superseded_github_tokens", "access_token", Purpose.GITHUB_TOKEN),
          new Column("ops.superseded_github_tokens", "refresh_token", Purpose.GITHUB_TOKEN),
          new Column("public.github_repositories", "webhook_secret", Purpose.WEBHOOK_SECRET),
          new Column("ops.github_webhook_registrations", "former_secret", Purpose.WEBHOOK_SECRET));

  private final JdbcTemplate jdbc;
  private final SecretBox box;

  TokenSealing(JdbcTemplate jdbc, SecretBox box) {
    this.jdbc = jdbc;
    this.box = box;
  }

  private record Column(String table, String name, Purpose purpose) {

    String sql(String text) {
      return text.formatted(table, name);
    }

    @Override
    public String toString() {
      return table + "." + name;
    }
  }

  private record Stored(int id, String text) {}

  /**
   * What was done about the values of one column.
   *
   * @param resealed how many are under the newest key since
   * @param left how many are not, because no key opens them or they changed meanwhile
   */
  public record Result(String column, int resealed, int left) {}

  /** Brings everything under the newest key; what is there already is not touched. */
  public List<Result> reseal() {
    List<Result> results = new ArrayList<>();
    for (Column column : COLUMNS) {
      if (!rows(column, 0, "").isEmpty()) {
        results.add(seal(column));
      }
    }
    return results;
  }

  private Result seal(Column column) {
    if (!box.isUsable()) {
      log.warn(
          "{} holds secrets that cannot be protected or read: set TOKEN_ENCRYPTION_KEY", column);
      return new Result(column.toString(), 0, rows(column, 0, "").size());
    }
    int found = 0;
    int resealed = 0;
    List<Stored> batch = rows(column, 0, box.currentPrefix());
    while (!batch.isEmpty()) {
      found += batch.size();
      // Another instance may have been quicker; its value must not be sealed a second time.
      int[] updated =
          jdbc.batchUpdate(
              column.sql("UPDATE %1$s SET %2$s = ? WHERE id = ? AND %2$s = ?"),
              sealed(column, batch));
      resealed += Arrays.stream(updated).sum();
      batch = rows(column, batch.getLast().id(), box.currentPrefix());
    }
    return new Result(column.toString(), resealed, found - resealed);
  }

  private List<Stored> rows(Column column, int after, String exceptPrefix) {
    return jdbc.query(
        column.sql(
            "SELECT id, %2$s FROM %1$s WHERE id > ? AND %2$s IS NOT NULL"
                + " AND (? = '' OR NOT starts_with(%2$s, ?)) ORDER BY id LIMIT ?"),
        (row, number) -> new Stored(row.getInt(1), row.getString(2)),
        after,
        exceptPrefix,
        exceptPrefix,
        BATCH);
  }

  private List<Object[]> sealed(Column column, List<Stored> batch) {
    List<Object[]> updates = new ArrayList<>();
    for (Stored row : batch) {
      try {
        String clear =
            SecretBox.isSealed(row.text()) ? box.open(column.purpose(), row.text()) : row.text();
        updates.add(new Object[] {box.seal(column.purpose(), clear), row.id(), row.text()});
      } catch (Unreadable lost) {
        log.warn("{} of row {} stays as it is: {}", column, row.id(), lost.getMessage());
      }
    }
    return updates;
  }
}

package dev.devsync.github.repositories;

import dev.devsync.platform.errors.ApiException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code github_repositories}. */
@Repository
public class RepositoryRows {

  private static final String SELECT =
      "SELECT id, repo_name, repo_url, github_id, tracked FROM github_repositories";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  RepositoryRows(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** The repository with DevSync's id, or 404. */
  public RepositoryRow require(int id) {
    return find(id).orElseThrow(ApiException::resourceNotFound);
  }

  public Optional<RepositoryRow> find(int id) {
    return jdbc.sql(SELECT + " WHERE id = :id")
        .param("id", id)
        .query(RepositoryRows::map)
        .optional();
  }

  /** Repositories with one of these ids of GitHub or one of these addresses. */
  List<RepositoryRow> matching(List<Long> githubIds, List<String> urls) {
    return jdbc.sql(SELECT + " WHERE github_id = ANY (:ids) OR repo_url = ANY (:urls) ORDER BY id")
        .param("ids", githubIds.toArray(Long[]::new))
        .param("urls", urls.toArray(String[]::new))
        .query(RepositoryRows::map)
        .list();
  }

  List<RepositoryRow> tracked() {
    return jdbc.sql(SELECT + " WHERE tracked ORDER BY id").query(RepositoryRows::map).list();
  }

  /** Adds repositories; where the address is taken by now, that row gets GitHub's id. */
  void insert(List<Listed> repositories) {
    batches.batchUpdate(
        "INSERT INTO github_repositories (repo_name, repo_url, github_id) VALUES (?, ?, ?)"
            + " ON CONFLICT (repo_url) DO UPDATE SET github_id = excluded.github_id",
        repositories.stream().map(r -> new Object[] {r.name(), r.url(), r.githubId()}).toList());
  }

  /**
   * Follows repositories that were renamed or moved; an address that another row holds stays with
   * that row.
   */
  void refresh(List<RepositoryRow> rows) {
    batches.batchUpdate(
        "UPDATE github_repositories r SET repo_name = ?, github_id = ?, repo_url = CASE WHEN EXISTS"
            + " (SELECT FROM github_repositories o WHERE o.repo_url = ? AND o.id <> r.id)"
            + " THEN r.repo_url ELSE ? END WHERE id = ?",
        rows.stream()
            .map(r -> new Object[] {r.name(), r.githubId(), r.url(), r.url(), r.id()})
            .toList());
  }

  /** The repository has this name and address by now. */
  public void follow(int id, long githubId, String name, String url) {
    refresh(List.of(new RepositoryRow(id, name, url, githubId, false)));
  }

  /**
   * Marks the repository as tracked; false if it was already. A null secret leaves the stored one.
   */
  boolean track(int id, @Nullable String sealedSecret) {
    return jdbc.sql(
                "UPDATE github_repositories SET tracked = true, webhook_secret = coalesce(:secret, webhook_secret)"
                    + " WHERE id = :id AND NOT tracked")
            .param("secret", sealedSecret)
            .param("id", id)
            .update()
        == 1;
  }

  /** Remembers whose token may be used to ask for what happens in the tracked repository. */
  void rememberTracker(int id, int userId) {
    jdbc.sql(
            "INSERT INTO ops.github_pull_request_polls (repo_id, tracked_by) VALUES (:id, :user)"
                + " ON CONFLICT (repo_id) DO UPDATE SET tracked_by = excluded.tracked_by")
        .param("id", id)
        .param("user", userId)
        .update();
  }

  /** The sealed webhook secret; null if there is none. */
  public @Nullable String webhookSecret(int id) {
    return jdbc.sql("SELECT webhook_secret FROM github_repositories WHERE id = :id")
        .param("id", id)
        .query((row, number) -> Optional.ofNullable(row.getString("webhook_secret")))
        .single()
        .orElse(null);
  }

  /** Stores another sealed webhook secret and returns the one before. */
  public @Nullable String replaceWebhookSecret(int id, @Nullable String sealed) {
    return jdbc.sql(
            "UPDATE github_repositories r SET webhook_secret = :sealed FROM"
                + " (SELECT id, webhook_secret FROM github_repositories WHERE id = :id FOR UPDATE) former"
                + " WHERE r.id = former.id RETURNING former.webhook_secret AS secret")
        .param("sealed", sealed)
        .param("id", id)
        .query((row, number) -> Optional.ofNullable(row.getString("secret")))
        .single()
        .orElse(null);
  }

  private static RepositoryRow map(ResultSet row, int number) throws SQLException {
    return new RepositoryRow(
        row.getInt("id"),
        row.getString("repo_name"),
        row.getString("repo_url"),
        row.getObject("github_id", Long.class),
        row.getBoolean("tracked"));
  }
}

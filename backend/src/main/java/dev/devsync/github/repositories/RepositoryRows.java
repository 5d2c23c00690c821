package dev.devsync.github.repositories;

import dev.devsync.platform.errors.ApiException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code github_repositories}. */
@Repository
public class RepositoryRows {

  private static final String SELECT =
      "SELECT id, repo_name, repo_url, github_id, tracked FROM github_repositories";

  private final JdbcClient jdbc;

  RepositoryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  private static RepositoryRow map(ResultSet row, int number) throws SQLException {
    return new RepositoryRow(
        row.getInt("id"),
        row.getString("repo_name"),
        row.getString("repo_url"),
        row.getObject("github_id", Long.class),
        row.getBoolean("tracked"));
  }
}

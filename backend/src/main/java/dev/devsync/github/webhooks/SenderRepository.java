package dev.devsync.github.webhooks;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the repository a delivery says it comes from. */
@Repository
class SenderRepository {

  private final JdbcClient jdbc;

  SenderRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A known repository.
   *
   * @param sealedSecret null if it has none of its own
   * @param isKnownById whether GitHub's id is stored, so that the name may be followed
   * @param isUncertain whether GitHub may still sign with the former secret
   * @param sealedFormer null if it had none of its own then
   */
  record Sender(
      int repoId,
      String name,
      boolean isKnownById,
      @Nullable String sealedSecret,
      boolean isUncertain,
      @Nullable String sealedFormer) {}

  /** By GitHub's id, else by name among the repositories whose id is not known yet. */
  Optional<Sender> find(long githubId, String fullName) {
    return jdbc.sql(
            "SELECT r.id, repo_name, github_id IS NOT NULL AS by_id, webhook_secret, coalesce(uncertain, false) AS uncertain,"
                + " former_secret FROM github_repositories r"
                + " LEFT JOIN ops.github_webhook_registrations g ON g.id = r.id WHERE github_id = :id"
                + " OR github_id IS NULL AND repo_name = :name ORDER BY github_id NULLS LAST, r.id LIMIT 1")
        .param("id", githubId)
        .param("name", fullName)
        .query(
            (row, number) ->
                new Sender(
                    row.getInt("id"),
                    row.getString("repo_name"),
                    row.getBoolean("by_id"),
                    row.getString("webhook_secret"),
                    row.getBoolean("uncertain"),
                    row.getString("former_secret")))
        .optional();
  }
}

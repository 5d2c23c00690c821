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

  /** A known repository and its sealed secret, if it has one of its own. */
  record Sender(int repoId, @Nullable String sealedSecret) {}

  /** By GitHub's id, else by name among the repositories whose id is not known yet. */
  Optional<Sender> find(long githubId, String fullName) {
    return jdbc.sql(
            "SELECT id, webhook_secret FROM github_repositories WHERE github_id = :id"
                + " OR github_id IS NULL AND repo_name = :name ORDER BY github_id NULLS LAST, id LIMIT 1")
        .param("id", githubId)
        .param("name", fullName)
        .query((row, number) -> new Sender(row.getInt("id"), row.getString("webhook_secret")))
        .optional();
  }
}

package dev.devsync.github.oauth;

import dev.devsync.platform.time.Instants;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ops.github_oauth_states}. */
@Repository
class OauthStateRepository {

  private final JdbcClient jdbc;

  OauthStateRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(OauthState state, String sealedVerifier) {
    jdbc.sql(
            "INSERT INTO ops.github_oauth_states (nonce, user_id, code_verifier, expires_at)"
                + " VALUES (:nonce, :user, :verifier, :expires)")
        .param("nonce", state.nonce())
        .param("user", state.userId())
        .param("verifier", sealedVerifier)
        .param("expires", Instants.column(state.expiresAt()))
        .update();
  }

  void deleteExpiredBefore(Instant moment) {
    jdbc.sql("DELETE FROM ops.github_oauth_states WHERE expires_at < :moment")
        .param("moment", Instants.column(moment))
        .update();
  }
}

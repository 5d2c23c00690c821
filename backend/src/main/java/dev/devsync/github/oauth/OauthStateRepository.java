package dev.devsync.github.oauth;

import dev.devsync.platform.time.Instants;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ops.github_oauth_states}. */
@Repository
class OauthStateRepository {

  private final JdbcClient jdbc;

  OauthStateRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether a redeemed state was redeemed with a certain code, and how that ended so far. */
  record Redeemed(@Nullable String outcome) {}

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

  /** The sealed verifier, for the one who redeems the state first; empty for everybody later. */
  Optional<String> claim(UUID nonce, String codeHash, Instant now) {
    return jdbc.sql(
            "UPDATE ops.github_oauth_states SET code_hash = :hash, redeemed_at = :now"
                + " WHERE nonce = :nonce AND code_hash IS NULL AND expires_at > :now RETURNING code_verifier")
        .param("hash", codeHash)
        .param("nonce", nonce)
        .param("now", Instants.column(now))
        .query(String.class)
        .optional();
  }

  /** The redemption with this code, if it is not older than the given moment. */
  Optional<Redeemed> redeemed(UUID nonce, String codeHash, Instant since) {
    return jdbc.sql(
            "SELECT outcome::text AS outcome FROM ops.github_oauth_states"
                + " WHERE nonce = :nonce AND code_hash = :hash AND redeemed_at >= :since")
        .param("nonce", nonce)
        .param("hash", codeHash)
        .param("since", Instants.column(since))
        .query((row, number) -> new Redeemed(row.getString("outcome")))
        .optional();
  }

  void remember(UUID nonce, String outcome) {
    jdbc.sql("UPDATE ops.github_oauth_states SET outcome = :outcome::json WHERE nonce = :nonce")
        .param("outcome", outcome)
        .param("nonce", nonce)
        .update();
  }

  void deleteExpiredBefore(Instant moment) {
    jdbc.sql("DELETE FROM ops.github_oauth_states WHERE expires_at < :moment")
        .param("moment", Instants.column(moment))
        .update();
  }
}

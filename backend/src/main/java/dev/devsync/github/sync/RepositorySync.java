package dev.devsync.github.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How synchronisation with one repository is doing.
 *
 * @param hasWebhookSecret whether deliveries are signed with a secret of the repository's own
 * @param waiting writes to come and deliveries that are not heeded yet
 * @param failed what was set aside and nobody has looked after
 */
record RepositorySync(
    int repoId,
    String repoName,
    boolean tracked,
    boolean hasWebhookSecret,
    SyncHealth health,
    int links,
    int waiting,
    int failed,
    @Nullable Instant lastDeliveryAt,
    @Nullable Instant lastPollAt) {

  /** In words: all is well, something is being tried again, or something needs looking after. */
  enum SyncHealth {
    OK,
    DELAYED,
    FAILING;

    static SyncHealth of(int delayed, int failed) {
      return failed > 0 ? FAILING : delayed > 0 ? DELAYED : OK;
    }

    @JsonValue
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

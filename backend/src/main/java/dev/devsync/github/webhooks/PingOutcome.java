package dev.devsync.github.webhooks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a ping that GitHub was asked for. */
enum PingOutcome {
  /** It arrived, and its signature was right. */
  DELIVERED,
  /** GitHub did not get through, or was refused. */
  FAILED,
  /** GitHub has not tried yet. */
  PENDING,
  /** GitHub does not say. */
  UNKNOWN;

  @JsonValue
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

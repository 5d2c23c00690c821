package dev.devsync.github.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What synchronisation does: writes to GitHub, and what news from GitHub leads to. */
public enum SyncAction {
  CLOSE_ISSUE,
  REOPEN_ISSUE,
  ANNOUNCE_LINK,
  COMPLETE_TASK,
  REOPEN_TASK,
  NOTE_STATE,
  NOTE_TITLE,
  FORGET_ISSUE,
  LINK_PULL_REQUEST,
  MOVE_TASK,
  HEED_DELIVERY;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SyncAction named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  String direction() {
    return switch (this) {
      case CLOSE_ISSUE, REOPEN_ISSUE, ANNOUNCE_LINK -> "to_github";
      default -> "from_github";
    };
  }
}

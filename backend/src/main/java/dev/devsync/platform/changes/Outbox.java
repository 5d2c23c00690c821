package dev.devsync.platform.changes;

/** Facts about the outbox table {@code ops.events} that writers and readers share. */
public final class Outbox {

  /**
   * The PostgreSQL notification channel that wakes the readers of every instance; it carries no
   * payload.
   */
  public static final String CHANNEL = "devsync_events";

  private Outbox() {}
}

package dev.devsync.platform.changes;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened, named in the past tense by its record. The record's fields, as JSON,
 * become the payload in the outbox {@code ops.events}, which live delivery, synchronisation and
 * history read.
 */
public interface DomainEvent {

  /** The name in the outbox, for example {@code task.updated}; at most 50 characters. */
  String type();

  /** The project it belongs to, if any. */
  default @Nullable Integer inProject() {
    return null;
  }

  /** The task it belongs to, if any. */
  default @Nullable Integer onTask() {
    return null;
  }
}

package dev.devsync.github.sync;

import dev.devsync.platform.changes.DomainEvent;

/** A manager did something about a line in the log of synchronisation. */
record GithubSyncChanged(long syncEventId) implements DomainEvent {

  @Override
  public String type() {
    return "github.sync_changed";
  }
}

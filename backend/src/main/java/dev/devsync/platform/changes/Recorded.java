package dev.devsync.platform.changes;

import dev.devsync.platform.access.Actor;
import java.util.List;

/**
 * Published inside the change's transaction, once per change, after the outbox rows of its events
 * were written. Listeners that write rows join the transaction; listeners must not call out of the
 * house.
 *
 * @param events at least one
 */
public record Recorded(Actor actor, List<? extends DomainEvent> events) {

  /** Those of the events that are of this kind. */
  public <T extends DomainEvent> List<T> events(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

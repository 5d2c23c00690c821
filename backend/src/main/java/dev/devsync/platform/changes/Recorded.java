package dev.devsync.platform.changes;

import dev.devsync.platform.access.Actor;

/**
 * Published inside the change's transaction, once per event, after its outbox row was written.
 * Listeners that write rows join the transaction; listeners must not call out of the house.
 */
public record Recorded(Actor actor, DomainEvent event) {}

package dev.devsync.realtime;

import dev.devsync.realtime.engine.EncodedEvent;
import java.util.Set;

/**
 * An event ready to be sent to any number of sockets.
 *
 * @param at its place in the outbox
 * @param rooms whose members get it, each once
 */
record LiveEvent(Position at, Set<Room> rooms, EncodedEvent encoded) {}

package dev.devsync.realtime;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event on its way to sockets.
 *
 * @param rooms whose members get it, each once
 */
record OutgoingEvent(String name, ObjectNode payload, Set<Room> rooms) {}

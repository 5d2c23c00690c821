package dev.devsync.realtime;

import dev.devsync.platform.changes.DomainEvent;
import java.util.List;
import java.util.Map;

/**
 * Something a client asked to be passed on to rooms, on every instance.
 *
 * @param name of the event that clients hear
 * @param rooms names of the rooms
 */
record Relayed(String name, List<String> rooms, Map<String, ?> payload) implements DomainEvent {

  static final String TYPE = "relayed";

  @Override
  public String type() {
    return TYPE;
  }
}

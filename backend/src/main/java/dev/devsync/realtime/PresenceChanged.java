package dev.devsync.realtime;

import dev.devsync.platform.changes.DomainEvent;
import java.util.List;
import java.util.Map;

/** The set of people who look at something changed. */
record PresenceChanged(String name, List<String> rooms, Map<String, ?> payload)
    implements DomainEvent {

  static final String TYPE = "presence.changed";

  @Override
  public String type() {
    return TYPE;
  }
}

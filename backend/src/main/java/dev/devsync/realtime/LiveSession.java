package dev.devsync.realtime;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.security.TokenClaims;
import dev.devsync.realtime.engine.EncodedEvent;
import dev.devsync.realtime.engine.SocketSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A connected socket of a user, with the rooms it is in. */
final class LiveSession {

  private static final int MOST_HELD = 5_000;

  private final SocketSession socket;
  private final Visitor visitor;
  private final Set<Room> rooms = ConcurrentHashMap.newKeySet();
  private final Set<String> sent = new HashSet<>();
  private volatile Role role;
  private @Nullable List<Held> held;

  LiveSession(SocketSession socket, Visitor visitor) {
    this.socket = socket;
    this.visitor = visitor;
    this.role = visitor.role();
  }

  private record Held(String key, EncodedEvent event) {}

  String id() {
    return socket.id();
  }

  int userId() {
    return visitor.userId();
  }

  TokenClaims claims() {
    return visitor.claims();
  }

  Role role() {
    return role;
  }

  void role(Role now) {
    role = now;
  }

  Set<Room> rooms() {
    return rooms;
  }

  SocketSession socket() {
    return socket;
  }

  /**
   * Sends a new event, or keeps it until the session has caught up.
   *
   * @param key tells the event apart from all others
   */
  synchronized void deliver(String key, EncodedEvent event) {
    if (held == null) {
      sendOnce(key, event);
    } else if (held.size() < MOST_HELD) {
      held.add(new Held(key, event));
    } else {
      socket.closeTransport();
    }
  }

  /** From now on new events wait. */
  synchronized void hold() {
    held = new ArrayList<>();
  }

  /** Sends an event from the past. */
  synchronized void catchUp(String key, EncodedEvent event) {
    sendOnce(key, event);
  }

  /** Sends what has waited, and whatever comes from now on directly. */
  synchronized void release() {
    List<Held> waited = held;
    held = null;
    if (waited != null) {
      waited.forEach(entry -> sendOnce(entry.key(), entry.event()));
    }
  }

  private void sendOnce(String key, EncodedEvent event) {
    if (visitor.lastSeq() == null || remember(key)) {
      socket.send(event);
    }
  }

  /**
   * Sessions that resume remember what they were sent, up to a limit, since rooms are joined one by
   * one.
   */
  private boolean remember(String key) {
    return sent.size() >= MOST_HELD || sent.add(key);
  }
}

package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.transport.Handshake;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** A gate that knows one good token, and a handler that answers a few events; both remember. */
class Recorder implements SocketGate, SocketHandler {

  /** One event as the handler saw it. */
  record Received(String name, JsonNode argument, Thread thread) {}

  final Set<SocketSession> connected = ConcurrentHashMap.newKeySet();
  final List<SocketSession> closed = new CopyOnWriteArrayList<>();
  final List<Received> events = new CopyOnWriteArrayList<>();
  final List<JsonNode> auths = new CopyOnWriteArrayList<>();
  final List<Handshake> handshakes = new CopyOnWriteArrayList<>();

  @Override
  public Admission decide(JsonNode auth, Handshake handshake) {
    auths.add(auth);
    handshakes.add(handshake);
    return switch (auth.path("token").asString("")) {
      case TestServer.GOOD_TOKEN -> new Admission.Accepted("ann");
      case "expired" -> new Admission.Refused("Connection rejected by server", TestServer.REFUSED);
      case "database down" -> throw new IllegalStateException("gate out of order");
      default -> new Admission.Refused("Connection rejected by server", Map.of());
    };
  }

  @Override
  public void onConnected(SocketSession session) {
    connected.add(session);
  }

  @Override
  public void onEvent(SocketSession session, SocketEvent event) {
    events.add(new Received(event.name(), event.argument(), Thread.currentThread()));
    switch (event.name()) {
      case "echo" -> event.ack().send(event.arguments().toArray());
      case "say" -> session.send("said", event.argument());
      case "fail" -> throw new IllegalStateException("handler out of order");
      case "overflow" -> throw new StackOverflowError("handler too deep");
      case "twice" -> {
        event.ack().send(1);
        event.ack().send(2);
      }
      default -> event.ack().send(Map.of("status", "success"));
    }
  }

  @Override
  public void onClosed(SocketSession session) {
    connected.remove(session);
    closed.add(session);
  }

  /** The one session there is, as soon as it has been announced. */
  SocketSession onlySession() {
    Await.until(() -> connected.size() == 1);
    return connected.iterator().next();
  }
}

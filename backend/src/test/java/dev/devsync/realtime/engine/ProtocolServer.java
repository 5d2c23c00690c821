package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.bridge.SocketServlet;
import dev.devsync.realtime.engine.transport.CloseReason;
import dev.devsync.realtime.engine.transport.EngineSession;
import dev.devsync.realtime.engine.transport.Handshake;
import dev.devsync.realtime.engine.transport.ProtocolViolation;
import dev.devsync.realtime.engine.transport.SessionListener;
import dev.devsync.realtime.engine.transport.TransportServer;
import dev.devsync.realtime.engine.transport.WireText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the public protocol suites expect at the other end: the engine with the short heartbeat of
 * theirs, and applications that send back what they get. {@code scripts/protocol-suites} runs it.
 */
final class ProtocolServer {

  private ProtocolServer() {}

  /**
   * @param arguments {@code socket.io} or {@code engine.io}; the port is printed
   */
  public static void main(String[] arguments) throws Exception {
    TestLimits limits = new TestLimits();
    limits.pingInterval = Duration.ofMillis(300);
    limits.pingTimeout = Duration.ofMillis(200);
    limits.connectTimeout = Duration.ofMillis(1_500);
    SocketSettings settings = limits.settings();
    TransportServer transport =
        arguments[0].equals("engine.io")
            ? transportAlone(settings)
            : socketIo(settings).transport();
    TestTomcat tomcat =
        new TestTomcat(new SocketServlet(transport, settings.transport().maxPayload()));
    System.out.println(tomcat.port());
    // Whoever started this ends it.
    Thread.currentThread().join();
  }

  private static SocketEngine socketIo(SocketSettings settings) {
    Mirror mirror = new Mirror();
    SocketEngine engine =
        new SocketEngine(settings, mirror, mirror, new SocketEncoder(new JsonMapper()));
    engine.start();
    return engine;
  }

  private static TransportServer transportAlone(SocketSettings settings) {
    TransportServer server = new TransportServer(settings.transport(), Echo::new);
    server.start();
    return server;
  }

  /** Lets everybody in and says everything back. */
  private static final class Mirror implements SocketGate, SocketHandler {

    @Override
    public Admission decide(JsonNode auth, Handshake handshake) {
      return new Admission.Accepted(auth);
    }

    @Override
    public void onConnected(SocketSession session) {
      session.send("auth", session.principal(JsonNode.class));
    }

    @Override
    public void onEvent(SocketSession session, SocketEvent event) {
      Object[] arguments = event.arguments().toArray();
      switch (event.name()) {
        case "message" -> session.send("message-back", arguments);
        case "message-with-ack" -> event.ack().send(arguments);
        default -> event.ack().send(Map.of());
      }
    }

    @Override
    public void onClosed(SocketSession session) {}
  }

  /** Sends texts back; like the product it takes no binary messages that nothing announced. */
  private record Echo(EngineSession session) implements SessionListener {

    @Override
    public void onMessage(String message) {
      session.send(new WireText(("4" + message).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void onBinary() throws ProtocolViolation {
      throw new ProtocolViolation("Unexpected binary message");
    }

    @Override
    public void onClose(CloseReason reason) {}
  }
}

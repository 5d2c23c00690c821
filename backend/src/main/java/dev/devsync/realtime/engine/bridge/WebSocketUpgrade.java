package dev.devsync.realtime.engine.bridge;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the engine answer a WebSocket handshake and joins the two connections if it agrees. */
final class WebSocketUpgrade {

  private static final Logger log = LoggerFactory.getLogger(WebSocketUpgrade.class);
  private static final Duration HANDSHAKE_TIME = Duration.ofSeconds(5);

  private WebSocketUpgrade() {}

  static void perform(
      HttpServletRequest request, HttpServletResponse response, InetSocketAddress engine)
      throws IOException, ServletException {
    InternalConnection connection;
    ResponseHead head;
    try {
      connection = InternalConnection.open(engine);
    } catch (IOException unreachable) {
      PlainAnswer.UNAVAILABLE.write(response);
      return;
    }
    try {
      connection.limitSilence(HANDSHAKE_TIME);
      connection.send(RequestHead.ofWebSocket(request));
      head = connection.readHead();
    } catch (IOException broken) {
      log.debug("A WebSocket handshake broke: {}", broken.toString());
      connection.close();
      PlainAnswer.UNAVAILABLE.write(response);
      return;
    }
    head.copyTo(response);
    if (head.status() == ResponseHead.SWITCHING_PROTOCOLS) {
      join(request, response, connection);
    } else {
      refuse(response, connection);
    }
  }

  private static void join(
      HttpServletRequest request, HttpServletResponse response, InternalConnection connection)
      throws IOException, ServletException {
    connection.limitSilence(Duration.ZERO);
    response.setHeader("Upgrade", "websocket");
    response.setHeader("Connection", "Upgrade");
    request.upgrade(WebSocketBridge.class).attach(connection);
  }

  private static void refuse(HttpServletResponse response, InternalConnection connection)
      throws IOException {
    try (connection) {
      OutputStream out = response.getOutputStream();
      while (connection.transferTo(out::write)) {
        log.trace("Part of a refusal handed on");
      }
    }
  }
}

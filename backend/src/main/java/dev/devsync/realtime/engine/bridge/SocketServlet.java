package dev.devsync.realtime.engine.bridge;

import dev.devsync.realtime.engine.transport.TransportServer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Serves {@code /socket.io/*} by handing requests on to the engine. */
public final class SocketServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient TransportServer engine;
  private final int maxPayload;

  /**
   * @param maxPayload largest request body handed on, in bytes
   */
  public SocketServlet(TransportServer engine, int maxPayload) {
    this.engine = engine;
    this.maxPayload = maxPayload;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<InetSocketAddress> address = engine.address();
    if (address.isEmpty()) {
      PlainAnswer.UNAVAILABLE.write(response);
    } else if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      WebSocketUpgrade.perform(request, response, address.get());
    } else {
      AsyncContext context = request.startAsync();
      context.setTimeout(0);
      PollingExchange exchange = new PollingExchange(context, address.get(), maxPayload);
      Thread.ofVirtual().name("socket-poll").start(exchange);
    }
  }
}

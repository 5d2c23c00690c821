package dev.devsync.realtime.engine.bridge;

import dev.devsync.platform.web.ClientAddress;
import dev.devsync.realtime.engine.transport.MisbehaviourLog;
import dev.devsync.realtime.engine.transport.TransportServer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

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
    if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      WebSocketUpgrade.perform(request, response, engine::adopt);
    } else {
      exchange(request, response);
    }
  }

  private void exchange(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = body(request);
    if (body.length > maxPayload) {
      engine.misbehaviour().note(MisbehaviourLog.Kind.OVERSIZED, ClientAddress.of(request));
      PlainAnswer.TOO_LARGE.response().sendTo(response);
      return;
    }
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    PollingExchange exchange = new PollingExchange(context);
    ServletChannel channel = new ServletChannel(request, exchange);
    exchange.loss().thenRun(() -> engine.answerLost(channel));
    if (engine.adopt(channel)) {
      channel.receive(EngineRequests.of(request, body), () -> {});
    } else {
      PlainAnswer.UNAVAILABLE.response().sendTo(response);
      context.complete();
    }
  }

  /** A client must not hold up the turns of others by promising a body with a poll. */
  private byte[] body(HttpServletRequest request) throws IOException {
    boolean isPoll = "GET".equals(request.getMethod());
    return isPoll ? new byte[0] : request.getInputStream().readNBytes(maxPayload + 1);
  }
}

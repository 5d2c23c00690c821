package dev.devsync.realtime.engine.bridge;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets the engine answer a WebSocket handshake and joins the two ends if it agrees. */
public final class WebSocketUpgrade {

  private WebSocketUpgrade() {}

  /** Answers the request: with the handshake's end, or with whatever the host says instead. */
  public static void perform(
      HttpServletRequest request, HttpServletResponse response, ChannelHost host)
      throws IOException, ServletException {
    WebSocketSink sink = new WebSocketSink();
    ServletChannel channel = new ServletChannel(request, sink);
    if (!host.adopt(channel)) {
      PlainAnswer.UNAVAILABLE.response().sendTo(response);
      return;
    }
    channel.receive(EngineRequests.of(request, new byte[0]), () -> {});
    EngineResponse answer = sink.awaitAnswer();
    if (answer.status() == EngineResponse.SWITCHING_PROTOCOLS) {
      answer.copyHeadTo(response);
      response.setHeader("Upgrade", "websocket");
      response.setHeader("Connection", "Upgrade");
      request.upgrade(WebSocketBridge.class).attach(channel, sink);
    } else {
      channel.close();
      answer.sendTo(response);
    }
  }
}

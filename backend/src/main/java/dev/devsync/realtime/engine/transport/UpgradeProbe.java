package dev.devsync.realtime.engine.transport;

import com.corundumstudio.socketio.SocketIOChannelInitializer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Leads a WebSocket through the exchange "2probe", "3probe", "5" and then makes it the transport of
 * its session. Until then the session does not depend on it.
 */
final class UpgradeProbe extends SimpleChannelInboundHandler<TextWebSocketFrame> {

  private final EngineSession session;
  private @Nullable Future<?> deadline;

  private UpgradeProbe(EngineSession session) {
    this.session = session;
  }

  /** Answers the WebSocket handshake and waits for the probe. */
  static void start(
      Channel channel, FullHttpRequest request, EngineSession session, TransportSettings settings) {
    String location = "ws://localhost" + request.uri();
    WebSocketServerHandshaker handshaker =
        new WebSocketServerHandshakerFactory(location, null, false, settings.maxPayload())
            .newHandshaker(request);
    UpgradeProbe probe = new UpgradeProbe(session);
    channel
        .pipeline()
        .addBefore(
            SocketIOChannelInitializer.WEB_SOCKET_TRANSPORT,
            SocketIOChannelInitializer.WEB_SOCKET_AGGREGATOR,
            new WebSocketFrameAggregator(settings.maxPayload()))
        .addBefore(SocketIOChannelInitializer.WEB_SOCKET_TRANSPORT, null, probe);
    handshaker.handshake(channel, request);
    if (!session.outlet().beginProbe(channel)) {
      WebSockets.close(channel, CloseReason.PROTOCOL_VIOLATION);
      return;
    }
    ConnectionWatch.watch(channel, session);
    probe.deadline =
        channel
            .eventLoop()
            .schedule(
                () -> channel.close(), settings.upgradeTimeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
    switch (frame.text()) {
      case EnginePackets.PROBE_REQUEST -> {
        context.channel().writeAndFlush(new TextWebSocketFrame(EnginePackets.PROBE_ANSWER));
        session.outlet().probeAnswered();
      }
      case EnginePackets.UPGRADE -> {
        context.pipeline().remove(this);
        session.upgrade(context.channel());
      }
      default -> context.close();
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (deadline != null) {
      deadline.cancel(false);
    }
  }
}

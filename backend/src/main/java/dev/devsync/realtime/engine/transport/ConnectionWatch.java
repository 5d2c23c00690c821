package dev.devsync.realtime.engine.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Tells a session what happens to the connection it uses, and handles the WebSocket frames that
 * netty-socketio ignores (pings) or takes for text (binary).
 */
@Sharable
final class ConnectionWatch extends ChannelInboundHandlerAdapter {

  private static final AttributeKey<EngineSession> SESSION =
      AttributeKey.valueOf("devsync.session");

  /** From now on the session hears of this channel. */
  static void watch(Channel channel, EngineSession session) {
    channel.attr(SESSION).set(session);
  }

  static @Nullable EngineSession sessionOf(Channel channel) {
    return channel.attr(SESSION).get();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    switch (message) {
      case PingWebSocketFrame ping when context.channel().isWritable() ->
          context.channel().writeAndFlush(new PongWebSocketFrame(ping.content()));
      case PingWebSocketFrame ping -> ReferenceCountUtil.release(ping);
      case BinaryWebSocketFrame binary -> {
        ReferenceCountUtil.release(binary);
        receiveBinary(context);
      }
      default -> context.fireChannelRead(message);
    }
  }

  private static void receiveBinary(ChannelHandlerContext context) {
    EngineSession session = sessionOf(context.channel());
    if (session == null) {
      context.close();
      return;
    }
    try {
      session.receiveBinary();
    } catch (ProtocolViolation violation) {
      session.close(CloseReason.PROTOCOL_VIOLATION);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    EngineSession session = sessionOf(context.channel());
    if (session != null && context.channel().isWritable()) {
      session.outlet().flush();
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    EngineSession session = sessionOf(context.channel());
    if (session != null) {
      session.channelLost(context.channel());
    }
    context.fireChannelInactive();
  }
}

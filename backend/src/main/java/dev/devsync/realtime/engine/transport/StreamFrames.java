package dev.devsync.realtime.engine.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;

/** Reads the frames of one plain WebSocket and watches over its connection. */
final class StreamFrames extends SimpleChannelInboundHandler<WebSocketFrame> {

  private final StreamLink link;

  StreamFrames(StreamLink link) {
    this.link = link;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    try {
      read(context, frame);
    } catch (ProtocolViolation violation) {
      link.close(CloseReason.PROTOCOL_VIOLATION);
    }
  }

  private void read(ChannelHandlerContext context, WebSocketFrame frame) throws ProtocolViolation {
    switch (frame) {
      case TextWebSocketFrame text when ByteBufUtil.isText(text.content(), UTF_8) ->
          link.listener().onMessage(text.text());
      case PingWebSocketFrame ping when context.channel().isWritable() ->
          context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case PingWebSocketFrame overdone -> {}
      case PongWebSocketFrame alive -> {}
      case CloseWebSocketFrame goodbye -> link.close(CloseReason.CLIENT_CLOSE);
      default -> link.listener().onBinary();
    }
  }

  /** A silent client is asked whether it is there, and dropped if it does not say so. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent idle) {
      if (idle.isFirst()) {
        context.writeAndFlush(new PingWebSocketFrame());
      } else {
        link.close(CloseReason.PING_TIMEOUT);
      }
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (context.channel().isWritable()) {
      link.resume();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    link.close(CloseReason.TRANSPORT_CLOSE);
  }
}

package dev.devsync.realtime.engine.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.function.Supplier;

/** Switches a connection to WebSocket and then makes room for {@link StreamFrames}. */
final class StreamHandshake extends SimpleChannelInboundHandler<FullHttpRequest> {

  /** Programs send short commands. */
  static final int MAX_MESSAGE = 64 * 1024;

  private final Supplier<StreamLink> opening;

  StreamHandshake(Supplier<StreamLink> opening) {
    this.opening = opening;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    Channel channel = context.channel();
    WebSocketServerHandshaker handshaker =
        new WebSocketServerHandshakerFactory(
                "ws://localhost" + request.uri(), null, false, MAX_MESSAGE)
            .newHandshaker(request);
    handshaker.handshake(channel, request);
    StreamLink link = opening.get();
    context.pipeline().addAfter(context.name(), null, new StreamFrames(link));
    context.pipeline().replace(this, null, new WebSocketFrameAggregator(MAX_MESSAGE));
    link.bind(channel);
  }
}

package dev.devsync.realtime.engine.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.CodecException;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the connection on which anything went wrong; its session follows. */
@Sharable
final class FailureHandler extends ChannelInboundHandlerAdapter {

  private static final Logger log = LoggerFactory.getLogger(FailureHandler.class);

  private final MisbehaviourLog misbehaviour;

  FailureHandler(MisbehaviourLog misbehaviour) {
    this.misbehaviour = misbehaviour;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException || cause instanceof CodecException) {
      log.debug("Connection closed after bad input: {}", cause.toString());
      if (cause instanceof CodecException) {
        misbehaviour.note(MisbehaviourLog.Kind.BAD_FRAME, address(context.channel()));
      }
    } else {
      log.warn("Connection closed after an unexpected failure", cause);
    }
    context.close();
  }

  private static String address(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress remote
        ? remote.getAddress().getHostAddress()
        : "unknown";
  }
}

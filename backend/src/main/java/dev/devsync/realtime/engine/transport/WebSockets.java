package dev.devsync.realtime.engine.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends WebSocket channels. */
final class WebSockets {

  private static final long CLOSE_SECONDS = 2;

  private WebSockets() {}

  /** Says why, if the reason has a status, and closes; a client that does not read is cut off. */
  static void close(@Nullable Channel channel, CloseReason reason) {
    if (channel == null) {
      return;
    }
    WebSocketCloseStatus status = reason.status();
    if (status == null || !channel.isWritable()) {
      channel.close();
      return;
    }
    channel.writeAndFlush(new CloseWebSocketFrame(status)).addListener(ChannelFutureListener.CLOSE);
    channel.eventLoop().schedule(() -> channel.close(), CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}

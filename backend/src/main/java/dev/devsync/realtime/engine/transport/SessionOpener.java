package dev.devsync.realtime.engine.transport;

import com.corundumstudio.socketio.handler.ClientHead;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;

/**
 * Stands behind netty-socketio's handshake: opens our session for a new client, and takes over the
 * WebSockets that want to upgrade an existing one. The library would bind such a WebSocket at once
 * and end the whole session if the upgrade came to nothing.
 */
@Sharable
final class SessionOpener extends ChannelInboundHandlerAdapter {

  private final SessionRegistry sessions;
  private final TransportSettings settings;

  SessionOpener(SessionRegistry sessions, TransportSettings settings) {
    this.sessions = sessions;
    this.settings = settings;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof FullHttpRequest request) {
      EngineRequest wanted = EngineRequest.of(request);
      if (wanted.sid() == null) {
        open(context, request);
      } else if (wanted.isWebSocket()) {
        upgrade(context, request, wanted);
        return;
      }
    }
    context.fireChannelRead(message);
  }

  private void open(ChannelHandlerContext context, FullHttpRequest request) {
    ClientHead head = context.channel().attr(ClientHead.CLIENT).get();
    InetSocketAddress peer = (InetSocketAddress) context.channel().remoteAddress();
    sessions.open(head, HandshakeReader.read(request, peer));
  }

  private void upgrade(
      ChannelHandlerContext context, FullHttpRequest request, EngineRequest wanted) {
    try {
      wanted
          .sessionId()
          .flatMap(sessions::find)
          .ifPresentOrElse(
              session -> UpgradeProbe.start(context.channel(), request, session, settings),
              () -> HttpAnswers.refuse(context.channel(), Refusal.UNKNOWN_SESSION));
    } finally {
      ReferenceCountUtil.release(request);
    }
  }
}

package dev.devsync.realtime.engine.transport;

import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.handler.ClientHead;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.UUID;

/**
 * Stands behind netty-socketio's handshake and before its transports: opens our session for a new
 * client, binds polls, and takes over the WebSockets that want to upgrade an existing session. The
 * library would answer a poll of a session that has just ended with 500, and would bind such a
 * WebSocket at once and end the whole session if the upgrade came to nothing.
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
    if (!(message instanceof FullHttpRequest request)) {
      context.fireChannelRead(message);
      return;
    }
    Channel channel = context.channel();
    EngineRequest wanted = EngineRequest.of(request);
    Optional<UUID> id = wanted.sessionId();
    if (id.isEmpty()) {
      open(channel, request, wanted);
      context.fireChannelRead(request);
    } else if (wanted.isPost()) {
      context.fireChannelRead(request);
    } else {
      bind(channel, request, wanted, id.get());
      ReferenceCountUtil.release(request);
    }
  }

  private void bind(Channel channel, FullHttpRequest request, EngineRequest wanted, UUID id) {
    Optional<EngineSession> session = sessions.find(id);
    if (wanted.isPoll()) {
      session.ifPresentOrElse(
          found -> poll(channel, found, wanted), () -> sessions.answerLatePoll(channel, id));
    } else {
      session.ifPresentOrElse(
          found -> UpgradeProbe.start(channel, request, found, settings),
          () -> HttpAnswers.refuse(channel, Refusal.UNKNOWN_SESSION));
    }
  }

  private static void poll(Channel channel, EngineSession session, EngineRequest wanted) {
    if (!session.outlet().repeatPoll(channel, wanted.stamp())) {
      session.head().bindChannel(channel, Transport.POLLING);
    }
  }

  private void open(Channel channel, FullHttpRequest request, EngineRequest wanted) {
    ClientHead head = channel.attr(ClientHead.CLIENT).get();
    InetSocketAddress peer = (InetSocketAddress) channel.remoteAddress();
    sessions.open(head, HandshakeReader.read(request, peer), wanted.stamp());
  }
}

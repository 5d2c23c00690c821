package dev.devsync.realtime.engine.transport;

import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.handler.ClientHead;
import com.corundumstudio.socketio.messages.HttpErrorMessage;
import com.corundumstudio.socketio.messages.OutPacketMessage;
import com.corundumstudio.socketio.messages.XHRPostMessage;
import com.corundumstudio.socketio.protocol.Packet;
import com.corundumstudio.socketio.protocol.PacketType;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.Queue;

/**
 * Stands in the place of netty-socketio's encoder, which drops every 51st packet of a poll, sets a
 * cookie and leaves out {@code maxPayload}. The library announces a channel by writing to it; that
 * is when the session takes the channel over.
 */
@Sharable
final class PacketWriter extends ChannelOutboundHandlerAdapter {

  private final SessionRegistry sessions;
  private final int maxPayload;

  PacketWriter(SessionRegistry sessions, int maxPayload) {
    this.sessions = sessions;
    this.maxPayload = maxPayload;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    Channel channel = context.channel();
    switch (message) {
      case OutPacketMessage out -> {
        take(channel, out);
        promise.trySuccess();
      }
      // Sent before the packets are read; PacketReader answers after.
      case XHRPostMessage tooEarly -> promise.trySuccess();
      case HttpErrorMessage error -> {
        HttpAnswers.refuse(channel, Refusal.BAD_REQUEST);
        promise.trySuccess();
      }
      default -> context.write(message, promise);
    }
  }

  private void take(Channel channel, OutPacketMessage message) {
    sessions
        .find(message.getSessionId())
        .ifPresentOrElse(
            session -> bind(channel, session, message.getTransport()),
            () -> refuse(channel, message));
  }

  private void refuse(Channel channel, OutPacketMessage message) {
    if (message.getTransport() == Transport.WEBSOCKET) {
      channel.close();
    } else if (!HttpAnswers.isPollAnswered(channel)) {
      sessions.answerLatePoll(channel, message.getSessionId());
    }
  }

  private void bind(Channel channel, EngineSession session, Transport transport) {
    ConnectionWatch.watch(channel, session);
    queueOwnPacketsOf(session.head(), transport, session);
    if (transport == Transport.WEBSOCKET) {
      session.outlet().bindWebSocket(channel);
    } else if (!HttpAnswers.isPollAnswered(channel) && !session.outlet().holdPoll(channel)) {
      session.close(CloseReason.TRANSPORT_CLOSE);
      HttpAnswers.refuse(channel, Refusal.BAD_REQUEST);
    }
  }

  private void queueOwnPacketsOf(ClientHead head, Transport transport, EngineSession session) {
    Queue<Packet> queue = head.getPacketsQueue(transport);
    for (Packet packet = queue.poll(); packet != null; packet = queue.poll()) {
      boolean isPing = packet.getType() == PacketType.PING;
      EnginePackets.encode(packet, maxPayload)
          .ifPresent(isPing ? session.outlet()::sendFirst : session::send);
    }
  }
}

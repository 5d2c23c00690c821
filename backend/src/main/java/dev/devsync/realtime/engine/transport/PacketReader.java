package dev.devsync.realtime.engine.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.messages.PacketsMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;

/**
 * Stands in the place of netty-socketio's packet handler, whose decoder guesses at malformed
 * packets and which lets clients act that were never admitted.
 */
@Sharable
final class PacketReader extends SimpleChannelInboundHandler<PacketsMessage> {

  private final SessionRegistry sessions;

  PacketReader(SessionRegistry sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, PacketsMessage message) {
    boolean isPolling = message.getTransport() == Transport.POLLING;
    sessions
        .find(message.getClient().getSessionId())
        .ifPresentOrElse(
            session -> read(context.channel(), session, message.getContent(), isPolling),
            () -> refuse(context.channel(), isPolling, Refusal.UNKNOWN_SESSION));
  }

  /** The answer to a POST waits until its packets are taken, so that the next cannot overtake. */
  private static void read(
      Channel channel, EngineSession session, ByteBuf content, boolean isPolling) {
    try {
      receive(session, content, isPolling);
    } catch (ProtocolViolation violation) {
      session.close(CloseReason.PROTOCOL_VIOLATION);
      refuse(channel, isPolling, Refusal.BAD_REQUEST);
      return;
    }
    if (isPolling) {
      HttpAnswers.posted(channel);
    }
  }

  private static void receive(EngineSession session, ByteBuf content, boolean isPolling)
      throws ProtocolViolation {
    if (!ByteBufUtil.isText(content, UTF_8)) {
      throw new ProtocolViolation("Not UTF-8");
    }
    String text = content.toString(UTF_8);
    if (!isPolling) {
      session.receive(text);
      return;
    }
    int start = 0;
    for (int end = text.indexOf(EnginePackets.SEPARATOR);
        end >= 0;
        end = text.indexOf(EnginePackets.SEPARATOR, start)) {
      session.receive(text.substring(start, end));
      start = end + 1;
    }
    session.receive(text.substring(start));
  }

  private static void refuse(Channel channel, boolean isPolling, Refusal refusal) {
    if (isPolling) {
      HttpAnswers.refuse(channel, refusal);
    } else {
      channel.close();
    }
  }
}

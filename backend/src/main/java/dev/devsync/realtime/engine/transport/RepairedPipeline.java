package dev.devsync.realtime.engine.transport;

import com.corundumstudio.socketio.SocketIOChannelInitializer;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelPipeline;

/** netty-socketio's pipeline with its defective parts replaced. */
@Sharable
final class RepairedPipeline extends SocketIOChannelInitializer {

  private final RequestGate requestGate;
  private final SessionOpener sessionOpener;
  private final PacketReader packetReader;
  private final PacketWriter packetWriter;
  private final ConnectionWatch connectionWatch = new ConnectionWatch();
  private final FailureHandler failureHandler;

  RepairedPipeline(
      SessionRegistry sessions, MisbehaviourLog misbehaviour, TransportSettings settings) {
    failureHandler = new FailureHandler(misbehaviour);
    requestGate = new RequestGate(sessions, settings);
    sessionOpener = new SessionOpener(sessions, settings);
    packetReader = new PacketReader(sessions);
    packetWriter = new PacketWriter(sessions, settings.maxPayload());
  }

  @Override
  protected void addSocketioHandlers(ChannelPipeline pipeline) {
    super.addSocketioHandlers(pipeline);
    pipeline.addBefore(PACKET_HANDLER, null, requestGate);
    pipeline.replace(PACKET_HANDLER, PACKET_HANDLER, packetReader);
    pipeline.addAfter(AUTHORIZE_HANDLER, null, sessionOpener);
    pipeline.addBefore(WEB_SOCKET_TRANSPORT, null, connectionWatch);
    pipeline.replace(SOCKETIO_ENCODER, SOCKETIO_ENCODER, packetWriter);
    pipeline.addLast(failureHandler);
  }
}

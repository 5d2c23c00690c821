package dev.devsync.realtime.engine.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.corundumstudio.socketio.protocol.AuthPacket;
import com.corundumstudio.socketio.protocol.Packet;
import java.util.Optional;
import java.util.UUID;

/** The Engine.IO protocol 4 packets the server sends by itself, as text. */
final class EnginePackets {

  static final byte[] CLOSE = "1".getBytes(UTF_8);
  private static final WireText PING = new WireText("2".getBytes(UTF_8));
  static final byte[] NOOP = "6".getBytes(UTF_8);
  static final String PROBE_REQUEST = "2probe";
  static final String PROBE_ANSWER = "3probe";
  static final String UPGRADE = "5";
  static final char SEPARATOR = '\u001e';

  private EnginePackets() {}

  /**
   * The wire form of a packet that netty-socketio produced. Its Socket.IO packets are left out: the
   * only one it makes by itself is a disconnect, after which a client would never come back.
   */
  static Optional<WireText> encode(Packet packet, int maxPayload) {
    return switch (packet.getType()) {
      case OPEN -> Optional.of(new WireText(open(packet.getData(), maxPayload)));
      case PING -> Optional.of(PING);
      default -> Optional.empty();
    };
  }

  private static byte[] open(AuthPacket handshake, int maxPayload) {
    UUID sid = handshake.getSid();
    String upgrades = handshake.getUpgrades().length == 0 ? "[]" : "[\"websocket\"]";
    return ("0{\"sid\":\"%s\",\"upgrades\":%s,\"pingInterval\":%d,\"pingTimeout\":%d,\"maxPayload\":%d}")
        .formatted(
            sid, upgrades, handshake.getPingInterval(), handshake.getPingTimeout(), maxPayload)
        .getBytes(UTF_8);
  }
}

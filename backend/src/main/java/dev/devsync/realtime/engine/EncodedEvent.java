package dev.devsync.realtime.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.devsync.realtime.engine.transport.WireText;
import org.jspecify.annotations.Nullable;

/** An event in its forms on the wire, encoded once and sent to any number of sessions. */
public final class EncodedEvent {

  private final String name;
  private final String payload;
  private @Nullable WireText packet;
  private @Nullable WireText message;

  /**
   * @param name the JSON text of the name
   * @param payload the JSON texts of the arguments, separated by commas
   */
  EncodedEvent(String name, String payload) {
    this.name = name;
    this.payload = payload;
  }

  /** About how much memory it takes. */
  public long size() {
    return 3L * payload.length();
  }

  /** As an Engine.IO message that carries a Socket.IO packet. */
  synchronized WireText packet() {
    if (packet == null) {
      String arguments = payload.isEmpty() ? "" : "," + payload;
      packet = new WireText(("42[" + name + arguments + "]").getBytes(UTF_8));
    }
    return packet;
  }

  /** As a message of the plain WebSocket. */
  synchronized WireText message() {
    if (message == null) {
      String text = "{\"event\":" + name + ",\"data\":" + payload + "}";
      message = new WireText(text.getBytes(UTF_8));
    }
    return message;
  }
}

package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.transport.ProtocolViolation;

/**
 * One Socket.IO protocol 5 packet from a client, its payload not yet parsed.
 *
 * @param ackId {@link #NO_ACK} if no acknowledgement is asked for
 * @param attachments number of binary messages that follow
 * @param payload JSON text, may be empty
 */
record SocketPacket(Type type, String namespace, long ackId, int attachments, String payload) {

  static final long NO_ACK = -1;
  static final String MAIN_NAMESPACE = "/";

  private static final int MAX_ATTACHMENTS = 10;
  private static final int MAX_DIGITS = 15;

  /** In the order of their numbers on the wire. */
  enum Type {
    CONNECT,
    DISCONNECT,
    EVENT,
    ACK,
    CONNECT_ERROR,
    BINARY_EVENT,
    BINARY_ACK
  }

  static SocketPacket parse(String message) throws ProtocolViolation {
    return new Parser(message).parse();
  }

  boolean isEvent() {
    return type == Type.EVENT || type == Type.BINARY_EVENT;
  }

  boolean isInMainNamespace() {
    return MAIN_NAMESPACE.equals(namespace);
  }

  boolean wantsAck() {
    return isEvent() && ackId != NO_ACK;
  }

  /** Reads {@code type [attachments "-"] ["/" namespace ","] [ack id] [payload]}. */
  private static final class Parser {

    private final String text;
    private int position;

    Parser(String text) {
      this.text = text;
    }

    SocketPacket parse() throws ProtocolViolation {
      Type type = type();
      int attachments = 0;
      if (type == Type.BINARY_EVENT || type == Type.BINARY_ACK) {
        attachments = attachments();
      }
      String namespace = namespace();
      long ackId = number();
      boolean mayHaveAckId = type != Type.CONNECT && type != Type.DISCONNECT;
      if (ackId != NO_ACK && !mayHaveAckId) {
        throw new ProtocolViolation("Unexpected acknowledgement id");
      }
      String payload = text.substring(position);
      boolean isList = payload.startsWith("[");
      if (mayHaveAckId != isList || (type == Type.DISCONNECT && !payload.isEmpty())) {
        throw new ProtocolViolation("Unexpected payload");
      }
      return new SocketPacket(type, namespace, ackId, attachments, payload);
    }

    private Type type() throws ProtocolViolation {
      int index = text.isEmpty() ? -1 : text.charAt(position++) - '0';
      if (index < 0 || index >= Type.values().length || index == Type.CONNECT_ERROR.ordinal()) {
        throw new ProtocolViolation("Unknown packet type");
      }
      return Type.values()[index];
    }

    private int attachments() throws ProtocolViolation {
      long count = number();
      if (count < 0 || count > MAX_ATTACHMENTS || !text.startsWith("-", position)) {
        throw new ProtocolViolation("Bad number of attachments");
      }
      position++;
      return (int) count;
    }

    private String namespace() {
      if (!text.startsWith("/", position)) {
        return MAIN_NAMESPACE;
      }
      int comma = text.indexOf(',', position);
      int end = comma < 0 ? text.length() : comma;
      String namespace = text.substring(position, end);
      position = Math.min(end + 1, text.length());
      return namespace;
    }

    private long number() throws ProtocolViolation {
      int start = position;
      while (position < text.length() && isDigit(text.charAt(position))) {
        position++;
      }
      if (position - start > MAX_DIGITS) {
        throw new ProtocolViolation("Number too long");
      }
      return position == start ? NO_ACK : Long.parseLong(text, start, position, 10);
    }

    private static boolean isDigit(char character) {
      return character >= '0' && character <= '9';
    }
  }
}

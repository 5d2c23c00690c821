package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.transport.ProtocolViolation;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Parses the JSON part of a packet. */
final class PayloadReader {

  /** Names that clients use for their own events, never for one they send. */
  private static final Set<String> RESERVED =
      Set.of(
          "connect",
          "connect_error",
          "disconnect",
          "disconnecting",
          "newListener",
          "removeListener");

  private final JsonMapper mapper =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** The payload of a CONNECT packet: an object or, leniently, a string. */
  JsonNode auth(SocketPacket packet) throws ProtocolViolation {
    if (packet.payload().isEmpty()) {
      return mapper.createObjectNode();
    }
    JsonNode auth = parse(packet);
    if (!auth.isObject() && !auth.isString()) {
      throw new ProtocolViolation("CONNECT payload is not an object");
    }
    return auth;
  }

  /** An EVENT packet: an array whose first element is the name. */
  SocketEvent event(SocketPacket packet, Ack ack) throws ProtocolViolation {
    List<JsonNode> elements = parse(packet).valueStream().toList();
    if (elements.isEmpty() || !elements.getFirst().isString()) {
      throw new ProtocolViolation("Event without a name");
    }
    String name = elements.getFirst().stringValue();
    if (RESERVED.contains(name)) {
      throw new ProtocolViolation("Reserved event name");
    }
    return new SocketEvent(name, elements.subList(1, elements.size()), ack);
  }

  /** A message of the plain WebSocket; a missing node if it is no JSON. */
  JsonNode message(String text) {
    try {
      return mapper.readTree(text);
    } catch (JacksonException malformed) {
      return MissingNode.getInstance();
    }
  }

  private JsonNode parse(SocketPacket packet) throws ProtocolViolation {
    try {
      return mapper.readTree(packet.payload());
    } catch (JacksonException malformed) {
      throw new ProtocolViolation("Malformed JSON");
    }
  }
}

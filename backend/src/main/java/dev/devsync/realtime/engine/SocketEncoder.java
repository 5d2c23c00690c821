package dev.devsync.realtime.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.devsync.realtime.engine.transport.WireText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns what the server says into Engine.IO messages that carry Socket.IO packets. */
public final class SocketEncoder {

  private final JsonMapper mapper;

  /** Nulls are always written, whatever {@code mapper} says. */
  public SocketEncoder(JsonMapper mapper) {
    this.mapper =
        mapper
            .rebuild()
            .changeDefaultPropertyInclusion(
                inclusion ->
                    inclusion
                        .withValueInclusion(Include.ALWAYS)
                        .withContentInclusion(Include.ALWAYS))
            .build();
  }

  /** Encodes an event for sending. */
  public EncodedEvent event(String name, Object... arguments) {
    return new EncodedEvent(
        json(name), Arrays.stream(arguments).map(this::json).collect(Collectors.joining(",")));
  }

  WireText connected(String socketId) {
    return text("40" + json(Map.of("sid", socketId)));
  }

  WireText refused(String message, Map<String, Object> data) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    if (!data.isEmpty()) {
      error.put("data", data);
    }
    return text("44" + json(error));
  }

  WireText unknownNamespace(String namespace) {
    return text("44" + namespace + "," + json(Map.of("message", "Invalid namespace")));
  }

  WireText ack(long id, Object... values) {
    return text("43" + id + json(values));
  }

  /** Answers a message of the plain WebSocket with an object, under the id the client gave it. */
  WireText answer(JsonNode id, Object value) {
    ObjectNode answer = mapper.createObjectNode();
    answer.set("id", id.isValueNode() && !id.isMissingNode() ? id : NullNode.getInstance());
    answer.setAll((ObjectNode) mapper.valueToTree(value));
    return text(json(answer));
  }

  private String json(Object value) {
    return mapper.writeValueAsString(value);
  }

  private static WireText text(String packet) {
    return new WireText(packet.getBytes(UTF_8));
  }
}

package dev.devsync.realtime.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

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
    List<Object> packet = new ArrayList<>(arguments.length + 1);
    packet.add(name);
    packet.addAll(Arrays.asList(arguments));
    return new EncodedEvent(bytes("42" + json(packet)));
  }

  byte[] connected(String socketId) {
    return bytes("40" + json(Map.of("sid", socketId)));
  }

  byte[] refused(String message, Map<String, Object> data) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    if (!data.isEmpty()) {
      error.put("data", data);
    }
    return bytes("44" + json(error));
  }

  byte[] unknownNamespace(String namespace) {
    return bytes("44" + namespace + "," + json(Map.of("message", "Invalid namespace")));
  }

  byte[] ack(long id, Object... values) {
    return bytes("43" + id + json(values));
  }

  private String json(Object value) {
    return mapper.writeValueAsString(value);
  }

  private static byte[] bytes(String packet) {
    return packet.getBytes(UTF_8);
  }
}

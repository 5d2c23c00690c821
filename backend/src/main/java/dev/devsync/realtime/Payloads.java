package dev.devsync.realtime;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads the payloads of client events, as leniently as the contract says. */
final class Payloads {

  /** More than anybody looks at. */
  private static final int MOST_IDS = 500;

  private Payloads() {}

  /** An id given as an integer or as digits; null for anything else. */
  static @Nullable Integer id(JsonNode payload, String field) {
    return id(payload.path(field));
  }

  private static @Nullable Integer id(JsonNode value) {
    if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() > 0) {
      return value.intValue();
    }
    return value.isString() && value.asString().matches("[0-9]{1,9}")
        ? Integer.valueOf(value.asString())
        : null;
  }

  static int requiredId(JsonNode payload, String field, String error) {
    Integer id = id(payload, field);
    if (id == null) {
      throw new Refusal(error);
    }
    return id;
  }

  /** The event the client saw last; null if it does not say so. */
  static @Nullable Long lastSeq(JsonNode payload) {
    JsonNode seq = payload.path("last_seq");
    if (seq.isIntegralNumber() && seq.canConvertToLong()) {
      return seq.longValue();
    }
    return seq.isString() && seq.asString().matches("[0-9]{1,18}")
        ? Long.valueOf(seq.asString())
        : null;
  }

  /**
   * The rooms named by the lists {@code projects} and {@code tasks}; what is no id is ignored.
   * Clients whose CONNECT payload can hold nothing but text separate the ids by commas.
   */
  static Set<Room> rooms(JsonNode payload) {
    Set<Room> rooms = new LinkedHashSet<>();
    ids(payload.path("projects")).forEach(id -> rooms.add(Room.project(id)));
    ids(payload.path("tasks")).forEach(id -> rooms.add(Room.task(id)));
    return rooms;
  }

  /** The ids in a list, each once. */
  static Set<Integer> ids(JsonNode list) {
    Stream<JsonNode> values =
        list.isString()
            ? Stream.of(list.asString().split(",")).map(String::strip).map(StringNode::valueOf)
            : list.valueStream();
    return values
        .limit(MOST_IDS)
        .map(Payloads::id)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}

package dev.devsync.realtime;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the payloads of client events, as leniently as the contract says. */
final class Payloads {

  private Payloads() {}

  /** An id given as an integer or as digits; null for anything else. */
  static @Nullable Integer id(JsonNode payload, String field) {
    JsonNode value = payload.path(field);
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
}

package dev.devsync.admin;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Stored settings by key, where older servers may have left strings for booleans and numbers. */
record StoredValues(Map<String, JsonNode> values) {

  private static final Set<String> YES = Set.of("true", "1", "yes", "on");
  private static final Set<String> NO = Set.of("false", "0", "no", "off");

  boolean bool(String key, boolean fallback) {
    return asBoolean(values.get(key), fallback);
  }

  int integer(String key, int fallback) {
    JsonNode value = values.get(key);
    if (value == null) {
      return fallback;
    }
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      return value.intValue();
    }
    return value.isString() && value.stringValue().matches("\\d{1,9}")
        ? Integer.parseInt(value.stringValue())
        : fallback;
  }

  @Nullable String text(String key, @Nullable String fallback) {
    JsonNode value = values.get(key);
    return value != null && value.isString() ? value.stringValue() : fallback;
  }

  /** The switches under the key; the known ones are on unless stored otherwise. */
  Map<String, Boolean> switches(String key) {
    Map<String, Boolean> switches = new TreeMap<>();
    for (NotificationSwitch known : NotificationSwitch.values()) {
      switches.put(known.wireName(), true);
    }
    JsonNode value = values.get(key);
    if (value != null && value.isObject()) {
      value
          .properties()
          .forEach(entry -> switches.put(entry.getKey(), asBoolean(entry.getValue(), true)));
    }
    return switches;
  }

  private static boolean asBoolean(@Nullable JsonNode value, boolean fallback) {
    if (value == null) {
      return fallback;
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    String word =
        value.isString()
            ? value.stringValue().toLowerCase(java.util.Locale.ROOT)
            : value.toString();
    return YES.contains(word) || !NO.contains(word) && fallback;
  }
}

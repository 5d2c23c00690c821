package dev.devsync.platform.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Cuts the text of one value out of an object's source. */
final class RawValue {

  private RawValue() {}

  static String of(byte[] source, String name) {
    try (JsonParser parser = StrictJson.LARGE.createParser(source)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean wanted = parser.currentName().equals(name);
        parser.nextToken();
        int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        parser.skipChildren();
        if (wanted) {
          int end = Math.toIntExact(parser.currentLocation().getByteOffset());
          return new String(Arrays.copyOfRange(source, start, end), StandardCharsets.UTF_8);
        }
      }
    }
    throw new IllegalArgumentException("no field " + name);
  }
}

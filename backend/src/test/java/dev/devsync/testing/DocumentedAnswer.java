package dev.devsync.testing;

import com.networknt.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the document says about one status of one operation.
 *
 * @param bodies the schema by media type; none for an empty body
 */
record DocumentedAnswer(Map<String, Schema> bodies) {

  private static final JsonMapper JSON = new JsonMapper();

  /** In what the body differs from the document; empty if in nothing. */
  List<String> problemsOf(@Nullable String contentType, byte[] body) {
    if (bodies.isEmpty()) {
      return body.length == 0 ? List.of() : List.of("the body should be empty");
    }
    String mediaType = contentType == null ? "" : contentType.split(";")[0].strip().toLowerCase(Locale.ROOT);
    Schema schema = bodies.getOrDefault(mediaType, bodies.get("*/*"));
    if (schema == null) {
      return List.of("media type " + contentType + " instead of " + bodies.keySet());
    }
    return mediaType.equals("application/json") ? problems(schema, body) : List.of();
  }

  private static List<String> problems(Schema schema, byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      return schema.validate(json).stream().map(Object::toString).toList();
    } catch (JacksonException malformed) {
      return List.of("not JSON: " + malformed.getMessage());
    }
  }
}

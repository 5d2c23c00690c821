package dev.devsync.hostile;

import dev.devsync.documentation.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the API's document says an endpoint reads, with values that might pass. */
final class RequestFields {

  private static final JsonNode DOCUMENT = read();

  private RequestFields() {}

  /**
   * Every property of the body with the JSON text of a plausible value; empty if the endpoint reads
   * none.
   */
  static Map<String, String> ofBody(Endpoint endpoint) {
    JsonNode schema =
        resolve(operation(endpoint).at("/requestBody/content/application~1json/schema"));
    Map<String, String> fields = new LinkedHashMap<>();
    schema
        .path("properties")
        .properties()
        .forEach(p -> fields.put(p.getKey(), plausible(p.getKey(), p.getValue())));
    return fields;
  }

  static List<String> ofQuery(Endpoint endpoint) {
    List<String> names = new ArrayList<>();
    for (JsonNode parameter : operation(endpoint).path("parameters")) {
      if (parameter.path("in").asString("").equals("query")) {
        names.add(parameter.path("name").asString());
      }
    }
    return names;
  }

  /** The plausible body with one field replaced. */
  static String json(Map<String, String> plausible, String field, String value) {
    return plausible.entrySet().stream()
        .map(
            entry ->
                "\""
                    + entry.getKey()
                    + "\":"
                    + (entry.getKey().equals(field) ? value : entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static JsonNode operation(Endpoint endpoint) {
    return DOCUMENT
        .path("paths")
        .path(endpoint.path())
        .path(endpoint.method().name().toLowerCase(Locale.ROOT));
  }

  private static JsonNode resolve(JsonNode schema) {
    JsonNode reference = schema.path("$ref");
    return reference.isString() ? DOCUMENT.at(reference.asString().substring(1)) : schema;
  }

  private static String plausible(String name, JsonNode schema) {
    String type =
        schema.path("type").isArray()
            ? schema.path("type").get(0).asString()
            : schema.path("type").asString("");
    return switch (type) {
      case "integer", "number" -> "1";
      case "boolean" -> "true";
      case "array" -> "[]";
      case "object" -> "{}";
      default -> name.equals("email") ? "\"somebody@example.com\"" : "\"todo something\"";
    };
  }

  private static JsonNode read() {
    try (InputStream yaml = new ClassPathResource("openapi.yaml").getInputStream()) {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}

package dev.devsync.documentation;

import static dev.devsync.documentation.SchemaCatalog.ordered;

import dev.devsync.platform.access.OpenTo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The error bodies that many endpoints share, each with the origin it has in the code. */
enum ErrorShapes {
  /** What endpoints and the access gate say: E1 and E4. */
  REFUSAL("Refusal", "The request is refused for the reason given."),
  /** What the JSON gate and an outage say: E2, and 413 and 503. */
  FAILURE("Failure", "The request was not looked at, for the reason given.", "status"),
  /** E3. */
  UNAUTHENTICATED("Unauthenticated", "No usable token.", "status", "error"),
  /** E5. */
  NOT_FOUND("NotFound", "Nothing there, or nothing the caller may see.", "status", "error"),
  /** E6. */
  METHOD_NOT_ALLOWED("MethodNotAllowed", "The path exists, but not for this method.", "status", "error"),
  /** E7. */
  RATE_LIMITED("RateLimited", "Too many requests; Retry-After says how many seconds to wait.", "status"),
  /** E8. */
  UNEXPECTED("Unexpected", "An unexpected failure.", "status", "error", "traceback");

  private final String schemaName;
  private final String description;
  private final List<String> fields;

  ErrorShapes(String schemaName, String description, String... fieldsBesidesMessage) {
    this.schemaName = schemaName;
    this.description = description;
    this.fields = new ArrayList<>(List.of("message"));
    this.fields.addAll(Arrays.asList(fieldsBesidesMessage));
  }

  String schemaName() {
    return schemaName;
  }

  Map<String, Object> reference() {
    return Map.of("$ref", "#/components/schemas/" + schemaName);
  }

  Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    fields.forEach(field -> properties.put(field, schemaOf(field)));
    return ordered(
        "type", "object", "description", description, "required", fields, "properties", properties);
  }

  private Map<String, Object> schemaOf(String field) {
    return switch (field) {
      case "status" -> this == UNAUTHENTICATED ? Map.of("const", 401) : Map.of("const", "error");
      case "traceback" -> Map.of("type", "null");
      default -> Map.of("type", "string");
    };
  }

  /** The name under which an error is shared by endpoints; null if it is one endpoint's own. */
  static @Nullable String nameOfAnswer(int status, Map<String, Object> response) {
    String json = "application/json";
    if (status < 400 || !(response.get("content") instanceof Map<?, ?> content) || !content.keySet().equals(Set.of(json))) {
      return null;
    }
    Object schema = ((Map<?, ?>) content.get(json)).get("schema");
    List<?> shapes = schema instanceof Map<?, ?> map && map.get("anyOf") instanceof List<?> any ? any : List.of(schema);
    List<ErrorShapes> known = Arrays.stream(values()).filter(shape -> shapes.contains(shape.reference())).toList();
    return known.size() == shapes.size()
        ? "Answer" + status + known.stream().map(ErrorShapes::schemaName).collect(Collectors.joining("Or"))
        : null;
  }

  /** The shapes by status that follow from an endpoint's annotations and parameters. */
  static Map<Integer, List<ErrorShapes>> impliedBy(Endpoint endpoint, ParameterSchemas.Read reads) {
    Map<Integer, List<ErrorShapes>> implied = new LinkedHashMap<>();
    if (reads.body()) {
      add(implied, 400, REFUSAL, FAILURE);
      add(implied, 413, FAILURE);
    } else if (reads.query()) {
      add(implied, 400, REFUSAL);
    }
    if (endpoint.right().isPresent() || endpoint.isOpenTo(OpenTo.Audience.SESSION_HOLDERS)) {
      add(implied, 401, UNAUTHENTICATED);
    }
    if (mayBeForbidden(endpoint)) {
      add(implied, 403, REFUSAL);
    }
    if (reads.id()) {
      add(implied, 404, NOT_FOUND, REFUSAL);
    }
    if (endpoint.path().startsWith("/api/v1/")) {
      add(implied, 429, RATE_LIMITED);
      add(implied, 500, UNEXPECTED);
      add(implied, 503, REFUSAL, FAILURE);
    }
    return implied;
  }

  /** Writes with a cookie from a foreign page are refused whatever the right. */
  private static boolean mayBeForbidden(Endpoint endpoint) {
    boolean writes = !endpoint.method().asHttpMethod().matches("GET");
    return endpoint.isOpenTo(OpenTo.Audience.SESSION_HOLDERS)
        || endpoint.right().isPresent()
            && (writes
                || Arrays.stream(dev.devsync.platform.access.Role.values())
                    .anyMatch(role -> !endpoint.right().orElseThrow().isUnconditionalFor(role)));
  }

  private static void add(Map<Integer, List<ErrorShapes>> implied, int status, ErrorShapes... shapes) {
    implied.put(status, List.of(shapes));
  }
}

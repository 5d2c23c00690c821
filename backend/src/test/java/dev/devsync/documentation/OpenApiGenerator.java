package dev.devsync.documentation;

import static dev.devsync.documentation.SchemaCatalog.ordered;

import dev.devsync.platform.access.OpenTo;
import io.swagger.v3.oas.annotations.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Writes the OpenAPI document from the handlers, their annotations and the records they read and
 * return. Paths, names, nullability and access rules are thereby what the server really does.
 */
final class OpenApiGenerator {

  /** The version of the API's contract that the server follows. */
  private static final String CONTRACT_VERSION = "1.0.0";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .build();

  private final SchemaCatalog schemas;
  private final ParameterSchemas parameters;
  private final AnswerSchemas answers;
  private final Map<String, Method> operationIds = new HashMap<>();

  OpenApiGenerator(JsonMapper json) {
    this.schemas = new SchemaCatalog(json);
    this.parameters = new ParameterSchemas(schemas, new RecordProperties(json));
    this.answers = new AnswerSchemas(schemas);
  }

  String write(List<Endpoint> endpoints) {
    SortedMap<String, Map<String, Object>> paths = new TreeMap<>();
    for (Endpoint endpoint : endpoints) {
      paths
          .computeIfAbsent(endpoint.path(), ignored -> new LinkedHashMap<>())
          .put(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint));
    }
    return YAML.writeValueAsString(
        ordered(
            "openapi", "3.1.0",
            "info", ordered("title", "DevSync API", "version", CONTRACT_VERSION),
            "tags", tags(endpoints),
            "paths", paths,
            "components", components()));
  }

  private Map<String, Object> operation(Endpoint endpoint) {
    ParameterSchemas.Read reads = parameters.of(endpoint);
    Map<String, Object> operation = ordered("tags", List.of(tag(endpoint)));
    operation.put("summary", summary(endpoint));
    operation.put("operationId", operationId(endpoint));
    endpoint.right().ifPresent(right -> operation.put("x-right", right.name()));
    operation.put("security", security(endpoint));
    if (!reads.parameters().isEmpty()) {
      operation.put("parameters", reads.parameters());
    }
    if (reads.body()) {
      operation.put("requestBody", reads.requestBody());
    }
    operation.put("responses", answers.of(endpoint, reads));
    return operation;
  }

  private static List<Map<String, Object>> tags(List<Endpoint> endpoints) {
    return endpoints.stream()
        .map(OpenApiGenerator::tag)
        .distinct()
        .sorted()
        .map(name -> ordered("name", name))
        .toList();
  }

  private static String tag(Endpoint endpoint) {
    return endpoint.module().equals("platform") ? "service" : endpoint.module();
  }

  private static String summary(Endpoint endpoint) {
    Operation words = endpoint.annotation(Operation.class);
    if (words != null && !words.summary().isEmpty()) {
      return words.summary();
    }
    String spaced =
        endpoint
            .handler()
            .getMethod()
            .getName()
            .replaceAll("([A-Z])", " $1")
            .toLowerCase(Locale.ROOT);
    return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }

  /**
   * The handler's name; a handler's further paths, which come later in the alphabet, get a number.
   */
  private String operationId(Endpoint endpoint) {
    Method handler = endpoint.handler().getMethod();
    String id = handler.getName();
    for (int number = 2; operationIds.containsKey(id); number++) {
      Method other = operationIds.get(id);
      if (!other.equals(handler)) {
        throw new IllegalStateException(
            "Handlers name operations, so %s and %s need different names"
                .formatted(other, handler));
      }
      id = handler.getName() + number;
    }
    operationIds.put(id, handler);
    return id;
  }

  private static List<Map<String, Object>> security(Endpoint endpoint) {
    Operation words = endpoint.annotation(Operation.class);
    if (words != null && words.security().length > 0) {
      return Arrays.stream(words.security()).map(named -> scheme(named.name())).toList();
    }
    if (endpoint.right().isPresent()) {
      return List.of(scheme("accessToken"), scheme("accessCookie"));
    }
    return endpoint.isOpenTo(OpenTo.Audience.SESSION_HOLDERS)
        ? List.of(scheme("accessToken"), scheme("accessCookie"), scheme("refreshCookie"))
        : List.of();
  }

  private static Map<String, Object> scheme(String name) {
    return Map.of(name, List.of());
  }

  private Map<String, Object> components() {
    SortedMap<String, Map<String, Object>> all = new TreeMap<>(schemas.named());
    for (ErrorShapes shape : ErrorShapes.values()) {
      if (all.put(shape.schemaName(), shape.schema()) != null) {
        throw new IllegalStateException(
            "the name " + shape.schemaName() + " is taken by an error body");
      }
    }
    return ordered(
        "securitySchemes",
        ordered(
            "accessToken", ordered("type", "http", "scheme", "bearer", "bearerFormat", "JWT"),
            "accessCookie",
                ordered("type", "apiKey", "in", "cookie", "name", "access_token_cookie"),
            "refreshCookie",
                ordered("type", "apiKey", "in", "cookie", "name", "refresh_token_cookie")),
        "headers",
        Map.of(
            "Retry-After",
            ordered(
                "description",
                "Seconds to wait before trying again.",
                "schema",
                Map.of("type", "integer"))),
        "responses",
        answers.shared(),
        "schemas",
        all);
  }
}

package dev.devsync.testing;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document the server serves, ready to compare answers with. Records are closed: unknown fields are wrong. */
final class OpenApiDocument {

  private static final String ADDRESS = "https://devsync.dev/openapi.yaml";
  private static final OpenApiDocument SERVED = new OpenApiDocument(read());

  private final JsonNode document;
  private final SchemaRegistry registry;
  private final List<Path> paths = new ArrayList<>();
  private final Map<String, Optional<DocumentedAnswer>> answers = new ConcurrentHashMap<>();

  private record Path(String template, Pattern pattern) {}

  OpenApiDocument(JsonNode document) {
    this.document = document;
    close(document.path("components").path("schemas"));
    this.registry =
        SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder ->
                builder
                    .schemas(Map.of(ADDRESS, document.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    document.path("paths").propertyNames().forEach(template -> paths.add(new Path(template, pattern(template))));
    paths.sort(Comparator.comparingLong(path -> path.template.chars().filter(c -> c == '{').count()));
  }

  static OpenApiDocument served() {
    return SERVED;
  }

  /** What the document says about this answer, if it knows it. */
  Optional<DocumentedAnswer> answer(String method, String path, int status) {
    Optional<String> template =
        paths.stream().filter(known -> known.pattern.matcher(path).matches()).map(Path::template).findFirst();
    String key = method.toLowerCase(Locale.ROOT) + " " + template.orElse("") + " " + status;
    return answers.computeIfAbsent(key, ignored -> find(method.toLowerCase(Locale.ROOT), template, status));
  }

  private Optional<DocumentedAnswer> find(String method, Optional<String> template, int status) {
    if (template.isEmpty()) {
      return outsideOperations(status, Map.of(400, "Failure", 404, "NotFound", 429, "RateLimited"));
    }
    String operation = "/paths/" + template.get().replace("~", "~0").replace("/", "~1") + "/" + method;
    if (document.at(operation).isMissingNode()) {
      return outsideOperations(status, Map.of(405, "MethodNotAllowed", 429, "RateLimited"));
    }
    String response = resolve(operation + "/responses/" + status);
    if (document.at(response).isMissingNode()) {
      return Optional.empty();
    }
    Map<String, Schema> bodies = new HashMap<>();
    document
        .at(response + "/content")
        .propertyNames()
        .forEach(type -> bodies.put(type, schema(response + "/content/" + type.replace("/", "~1") + "/schema")));
    return Optional.of(new DocumentedAnswer(bodies));
  }

  /** Where the thing at this place really stands, if it is written once for many operations. */
  private String resolve(String pointer) {
    JsonNode reference = document.at(pointer + "/$ref");
    return reference.isMissingNode() ? pointer : reference.asString().substring(1);
  }

  /** Answers to requests that no operation is behind. */
  private Optional<DocumentedAnswer> outsideOperations(int status, Map<Integer, String> shapes) {
    return Optional.ofNullable(shapes.get(status))
        .map(name -> new DocumentedAnswer(Map.of("application/json", schema("/components/schemas/" + name))));
  }

  private Schema schema(String pointer) {
    String fragment = pointer.replace("{", "%7B").replace("}", "%7D");
    Schema schema = registry.getSchema(SchemaLocation.of(ADDRESS + "#" + fragment));
    schema.initializeValidators();
    return schema;
  }

  private static void close(JsonNode schemas) {
    schemas.forEach(
        schema -> {
          if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
          }
        });
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(Pattern.quote(template).replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q"));
  }

  private static JsonNode read() {
    try (InputStream yaml = new ClassPathResource("openapi.yaml").getInputStream()) {
      return new YAMLMapper().readTree(yaml);
    } catch (java.io.IOException missing) {
      throw new java.io.UncheckedIOException(missing);
    }
  }
}

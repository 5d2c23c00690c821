package dev.devsync.realtime;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The document of live events that the server serves. Whatever test clients hear is held against
 * it; what differs is remembered until somebody takes it.
 */
final class LiveDocument {

  static final LiveDocument SERVED = new LiveDocument();
  private static final String FOLDER = "https://devsync.dev/";
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode document = read("asyncapi.yaml");
  private final SchemaRegistry registry =
      SchemaRegistry.withDialect(
          Dialects.getDraft202012(),
          builder ->
              builder
                  .schemas(
                      Map.of(
                          FOLDER + "asyncapi.yaml", document.toString(),
                          FOLDER + "swagger.yaml", read("openapi.yaml").toString()))
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private final Map<String, Schema> payloads = new ConcurrentHashMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();

  /** Holds a message against the document. */
  void check(String message, String json) {
    problemsOf(message, json).forEach(problem -> problems.add(message + " " + json + problem));
  }

  /** Holds the answer to a command against the document. */
  void checkAnswer(String command, String json) {
    check(answerTo(command), json);
  }

  List<String> problemsOf(String message, String json) {
    if (!document.path("components").path("messages").has(message)) {
      return List.of(" is not documented");
    }
    return payloads.computeIfAbsent(message, this::payload).validate(JSON.readTree(json)).stream()
        .map(error -> "\n  " + error)
        .toList();
  }

  /** What has been wrong since the last call. */
  List<String> takeProblems() {
    List<String> taken = List.copyOf(problems);
    problems.removeAll(taken);
    return taken;
  }

  /** The names of what the server sends or receives on a channel. */
  Set<String> messages(String channel, String action) {
    Set<String> names = new TreeSet<>();
    for (JsonNode operation : document.path("operations")) {
      if (operation.path("action").asString().equals(action)
          && name(operation.path("channel")).equals(channel)) {
        operation.path("messages").forEach(message -> names.add(name(message)));
      }
    }
    return names;
  }

  /** Commands nobody knows are answered like those that fail. */
  private String answerTo(String command) {
    for (JsonNode operation : document.path("operations")) {
      List<String> commands = new ArrayList<>();
      operation.path("messages").forEach(message -> commands.add(name(message)));
      if (commands.contains(command) && operation.has("reply")) {
        return name(operation.path("reply").path("messages").get(0));
      }
    }
    return "done";
  }

  private static String name(JsonNode reference) {
    String pointer = reference.path("$ref").asString();
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private Schema payload(String message) {
    Schema schema =
        registry.getSchema(
            SchemaLocation.of(
                FOLDER + "asyncapi.yaml#/components/messages/" + message + "/payload"));
    schema.initializeValidators();
    return schema;
  }

  private static JsonNode read(String name) {
    try (InputStream yaml = new ClassPathResource(name).getInputStream()) {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}

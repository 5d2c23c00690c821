package dev.devsync.documentation;

import static dev.devsync.documentation.SchemaCatalog.ordered;

import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Refuses;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What an endpoint answers, by status. */
final class AnswerSchemas {

  private final SchemaCatalog schemas;
  private final SortedMap<String, Map<String, Object>> shared = new TreeMap<>();

  AnswerSchemas(SchemaCatalog schemas) {
    this.schemas = schemas;
  }

  /** The answers many endpoints give, by name. */
  SortedMap<String, Map<String, Object>> shared() {
    return shared;
  }

  SortedMap<String, Object> of(Endpoint endpoint, ParameterSchemas.Read reads) {
    // Media type by status, then the shapes the body may have.
    SortedMap<Integer, Map<String, List<Map<String, Object>>>> bodies = new TreeMap<>();
    Set<Answers> declared = AnnotatedElementUtils.getMergedRepeatableAnnotations(endpoint.handler().getMethod(), Answers.class);
    declared.forEach(answer -> add(bodies, answer.status(), answer.type(), schemaOf(answer)));
    if (declared.stream().noneMatch(answer -> answer.status() < 400)) {
      addReturned(bodies, endpoint);
    }
    ErrorShapes.impliedBy(endpoint, reads)
        .forEach((status, shapes) -> shapes.forEach(shape -> add(bodies, status, shape.reference())));
    Refuses refuses = endpoint.annotation(Refuses.class);
    if (refuses != null) {
      for (int status : refuses.value()) {
        add(bodies, status, ErrorShapes.REFUSAL.reference());
      }
    }
    SortedMap<String, Object> responses = new TreeMap<>();
    bodies.forEach((status, contents) -> responses.put(status.toString(), shared(status, response(status, contents))));
    return responses;
  }

  /** An error that looks the same everywhere is written once and referred to. */
  private Map<String, Object> shared(int status, Map<String, Object> response) {
    String name = ErrorShapes.nameOfAnswer(status, response);
    if (name == null) {
      return response;
    }
    shared.put(name, response);
    return Map.of("$ref", "#/components/responses/" + name);
  }

  private Map<String, Object> schemaOf(Answers answer) {
    return answer.value() == Void.class ? null : schemas.of(answer.value(), SchemaCatalog.Use.ANSWER);
  }

  private void addReturned(
      SortedMap<Integer, Map<String, List<Map<String, Object>>>> bodies, Endpoint endpoint) {
    ResponseStatus status = endpoint.annotation(ResponseStatus.class);
    int code = status == null ? 200 : status.code().value();
    AnnotatedType type = endpoint.handler().getMethod().getAnnotatedReturnType();
    if (type instanceof AnnotatedParameterizedType generic
        && generic.getType().getTypeName().startsWith(ResponseEntity.class.getName())) {
      type = generic.getAnnotatedActualTypeArguments()[0];
    }
    if (type.getType() == void.class || type.getType() == Void.class) {
      add(bodies, code, MediaType.APPLICATION_JSON_VALUE, null);
      return;
    }
    if (type.getType() == Object.class) {
      throw new IllegalStateException(endpoint + ": say with @Answers what it answers");
    }
    try {
      add(bodies, code, producedBy(endpoint), schemas.of(type, SchemaCatalog.Use.ANSWER));
    } catch (IllegalArgumentException | ClassCastException vague) {
      throw new IllegalStateException(endpoint + ": say with @Answers what it answers", vague);
    }
  }

  private static String producedBy(Endpoint endpoint) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(endpoint.handler().getMethod(), RequestMapping.class);
    return mapping == null || mapping.produces().length == 0
        ? MediaType.APPLICATION_JSON_VALUE
        : mapping.produces()[0].split(";")[0];
  }

  private static void add(
      SortedMap<Integer, Map<String, List<Map<String, Object>>>> bodies, int status, Map<String, Object> schema) {
    add(bodies, status, MediaType.APPLICATION_JSON_VALUE, schema);
  }

  private static void add(
      SortedMap<Integer, Map<String, List<Map<String, Object>>>> bodies,
      int status,
      String mediaType,
      Map<String, Object> schema) {
    Map<String, List<Map<String, Object>>> contents = bodies.computeIfAbsent(status, ignored -> new LinkedHashMap<>());
    if (schema != null) {
      Collection<Map<String, Object>> shapes = contents.computeIfAbsent(mediaType, ignored -> new ArrayList<>());
      if (!shapes.contains(schema)) {
        shapes.add(schema);
      }
    }
  }

  private static Map<String, Object> response(int status, Map<String, List<Map<String, Object>>> contents) {
    Map<String, Object> response = ordered("description", HttpStatus.valueOf(status).getReasonPhrase());
    if (status == 429) {
      response.put("headers", Map.of("Retry-After", Map.of("$ref", "#/components/headers/Retry-After")));
    }
    if (!contents.isEmpty()) {
      Map<String, Object> content = new LinkedHashMap<>();
      contents.forEach((type, shapes) -> content.put(type, Map.of("schema", oneOrAny(shapes))));
      response.put("content", content);
    }
    return response;
  }

  private static Map<String, Object> oneOrAny(List<Map<String, Object>> shapes) {
    return shapes.size() == 1 ? shapes.getFirst() : Map.of("anyOf", shapes);
  }
}

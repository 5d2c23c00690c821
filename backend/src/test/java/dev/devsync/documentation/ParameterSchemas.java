package dev.devsync.documentation;

import static dev.devsync.documentation.SchemaCatalog.ordered;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Query;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;

/** What a handler reads from a request: the body, and the parameters of path, query and header. */
final class ParameterSchemas {

  private static final Set<Class<?>> NOT_FROM_THE_REQUEST = Set.of(Caller.class, Origin.class);

  /** What a handler reads. */
  record Read(List<Map<String, Object>> parameters, @Nullable Map<String, Object> requestBody) {

    boolean body() {
      return requestBody != null;
    }

    boolean query() {
      return has("query");
    }

    boolean id() {
      return has("path");
    }

    private boolean has(String place) {
      return parameters.stream().anyMatch(parameter -> parameter.get("in").equals(place));
    }
  }

  private final SchemaCatalog schemas;
  private final RecordProperties properties;

  ParameterSchemas(SchemaCatalog schemas, RecordProperties properties) {
    this.schemas = schemas;
    this.properties = properties;
  }

  Read of(Endpoint endpoint) {
    List<Map<String, Object>> found = new ArrayList<>();
    Map<String, Object> body = null;
    for (MethodParameter parameter : endpoint.handler().getMethodParameters()) {
      parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
      if (parameter.hasParameterAnnotation(Query.class)) {
        found.addAll(query(parameter.getParameterAnnotation(Query.class).value()));
      } else if (isBody(parameter)) {
        body = body(endpoint, parameter);
      } else if (isFromTheRequest(parameter)) {
        found.add(single(endpoint, parameter));
      }
    }
    for (Parameter words : endpoint.handler().getMethod().getAnnotationsByType(Parameter.class)) {
      found.add(described(words));
    }
    return new Read(found, body);
  }

  private static boolean isBody(MethodParameter parameter) {
    return parameter.getParameterType() == JsonBody.class || parameter.hasParameterAnnotation(RequestBody.class);
  }

  private static boolean isFromTheRequest(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return !NOT_FROM_THE_REQUEST.contains(type)
        && !ServletRequest.class.isAssignableFrom(type)
        && !ServletResponse.class.isAssignableFrom(type)
        && !parameter.hasParameterAnnotation(CookieValue.class);
  }

  private Map<String, Object> body(Endpoint endpoint, MethodParameter parameter) {
    Body described = parameter.getParameterAnnotation(Body.class);
    if (described == null) {
      throw new IllegalStateException(endpoint + ": say with @Body which record describes the request");
    }
    Map<String, Object> schema = schemas.of(described.value(), SchemaCatalog.Use.REQUEST);
    return ordered("required", true, "content", Map.of("application/json", Map.of("schema", schema)));
  }

  private List<Map<String, Object>> query(Class<?> description) {
    return properties.of(description).stream()
        .map(
            property ->
                ordered(
                    "name", property.name(),
                    "in", "query",
                    "required", property.isRequiredInRequests(),
                    "schema", property.describe(schemas.notNull(property.type(), SchemaCatalog.Use.REQUEST))))
        .toList();
  }

  private Map<String, Object> single(Endpoint endpoint, MethodParameter parameter) {
    RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
    RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
    PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
    Map<String, Object> described;
    if (path != null) {
      described = parameter(path.value(), parameter, "path", true);
    } else if (query != null) {
      boolean required = query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
      described = parameter(query.value(), parameter, "query", required);
    } else if (header != null) {
      described = parameter(header.value(), parameter, "header", header.required());
    } else {
      throw new IllegalStateException(endpoint + ": say where " + parameter + " comes from");
    }
    Parameter words = parameter.getParameterAnnotation(Parameter.class);
    if (words != null && !words.description().isEmpty()) {
      described.put("description", words.description());
    }
    return described;
  }

  private Map<String, Object> parameter(String name, MethodParameter parameter, String in, boolean required) {
    Map<String, Object> schema =
        schemas.notNull(
            parameter.getExecutable().getAnnotatedParameterTypes()[parameter.getParameterIndex()],
            SchemaCatalog.Use.REQUEST);
    String wireName = name.isEmpty() ? String.valueOf(parameter.getParameterName()) : name;
    return ordered("name", wireName, "in", in, "required", required, "schema", schema);
  }

  private static Map<String, Object> described(Parameter words) {
    Map<String, Object> described =
        ordered(
            "name", words.name(),
            "in", words.in().toString().isEmpty() ? "query" : words.in().toString(),
            "required", words.required(),
            "schema", Map.of("type", words.schema().type().isEmpty() ? "string" : words.schema().type()));
    if (!words.description().isEmpty()) {
      described.put("description", words.description());
    }
    return described;
  }
}

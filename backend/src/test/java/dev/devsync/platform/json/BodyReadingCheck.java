package dev.devsync.platform.json;

import dev.devsync.documentation.RecordProperties;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares, in every test, what a handler asked of a request's body with what the documentation says it may carry. A
 * difference goes into a header of the answer, before the answer is sent, where the tests' client looks for it.
 */
@RestControllerAdvice
public class BodyReadingCheck implements ResponseBodyAdvice<Object> {

  public static final String HEADER = "X-Body-Differs-From-Documentation";

  private final RecordProperties properties;
  private final Map<Class<?>, Set<String>> documented = new ConcurrentHashMap<>();

  BodyReadingCheck(JsonMapper json) {
    this.properties = new RecordProperties(json);
  }

  /** Answers of the error advice come from handlers that stopped reading somewhere. */
  @Override
  public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return documentation(returned.getMethod()) != null;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    Object read = ((ServletServerHttpRequest) request).getServletRequest().getAttribute(JsonGate.ATTRIBUTE);
    Class<?> documentation = documentation(returned.getMethod());
    if (read instanceof JsonBody json && documentation != null) {
      Set<String> difference = difference(json.asked(), documented.computeIfAbsent(documentation, this::names));
      if (!difference.isEmpty()) {
        response.getHeaders().add(HEADER, documentation.getName() + ": " + String.join(", ", difference));
      }
    }
    return body;
  }

  private Set<String> names(Class<?> documentation) {
    return properties.of(documentation).stream().map(RecordProperties.Property::name).collect(Collectors.toSet());
  }

  static Set<String> difference(Set<String> asked, Set<String> documented) {
    Set<String> difference = new TreeSet<>();
    asked.stream().filter(name -> !documented.contains(name)).map(n -> n + " is read but not documented").forEach(difference::add);
    documented.stream().filter(name -> !asked.contains(name)).map(n -> n + " is documented but not read").forEach(difference::add);
    return difference;
  }

  private static @Nullable Class<?> documentation(@Nullable Method handler) {
    return handler == null
        ? null
        : Arrays.stream(handler.getParameters())
            .map(parameter -> parameter.getAnnotation(Body.class))
            .filter(Objects::nonNull)
            .<Class<?>>map(Body::value)
            .findFirst()
            .orElse(null);
  }
}

package dev.devsync.documentation;

import dev.devsync.platform.access.OpenTo;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One method of one path, and the handler behind it. A handler with two paths is two endpoints. */
public record Endpoint(RequestMethod method, String path, HandlerMethod handler) {

  /** All of the server's, by path; the container's error page is none. */
  public static List<Endpoint> all(RequestMappingHandlerMapping mapping) {
    return mapping.getHandlerMethods().entrySet().stream()
        .filter(entry -> entry.getValue().getBeanType().getName().startsWith("dev.devsync."))
        .<Endpoint>mapMulti(
            (entry, sink) -> {
              for (RequestMethod method : entry.getKey().getMethodsCondition().getMethods()) {
                paths(entry).forEach(path -> sink.accept(new Endpoint(method, path, entry.getValue())));
              }
            })
        .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
        .toList();
  }

  private static List<String> paths(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
    return entry.getKey().getPatternValues().stream()
        .map(pattern -> pattern.replaceAll("\\{(\\w+):[^/]+}", "{$1}"))
        .toList();
  }

  /** The right its callers need; empty for endpoints that are open. */
  public Optional<Right> right() {
    return Optional.ofNullable(annotation(Requires.class)).map(Requires::value);
  }

  public boolean isOpenTo(OpenTo.Audience audience) {
    OpenTo open = annotation(OpenTo.class);
    return open != null && open.value() == audience;
  }

  /** The area of the API it belongs to: the name of its package. */
  public String module() {
    return handler.getBeanType().getPackageName().split("\\.")[2];
  }

  public <A extends Annotation> A annotation(Class<A> type) {
    return handler.getMethodAnnotation(type);
  }

  /** Method and path, as people write them. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}

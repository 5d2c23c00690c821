package dev.devsync.platform.json;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.errors.ErrorBodies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the body of requests whose handler takes a {@link JsonBody}, after authorization and before
 * anything else (conventions, section 7). Bodies of other requests are never looked at.
 */
@Component
public class JsonGate implements HandlerInterceptor {

  /**
   * Saved reports are the largest bodies; the limit is also what one request may hold in memory.
   */
  static final int MOST_BYTES = 10 * 1024 * 1024 + 64 * 1024;

  static final String ATTRIBUTE = JsonBody.class.getName();

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (handler instanceof HandlerMethod method) {
      Optional<MethodParameter> parameter = bodyParameter(method);
      if (parameter.isPresent()) {
        request.setAttribute(ATTRIBUTE, read(request, isRequired(parameter.get())));
      }
    }
    return true;
  }

  private static Optional<MethodParameter> bodyParameter(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(p -> p.getParameterType() == JsonBody.class)
        .findFirst();
  }

  private static boolean isRequired(MethodParameter parameter) {
    Body documented = parameter.getParameterAnnotation(Body.class);
    return documented == null || documented.required();
  }

  private static JsonBody read(HttpServletRequest request, boolean required) throws IOException {
    if (!isJson(request.getContentType())) {
      if (!required) {
        return JsonBody.empty();
      }
      throw refusal(HttpStatus.BAD_REQUEST, "Missing JSON in request body");
    }
    byte[] source = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (source.length > MOST_BYTES) {
      throw refusal(HttpStatus.CONTENT_TOO_LARGE, "Request body too large");
    }
    return source.length == 0 && !required ? JsonBody.empty() : parse(source);
  }

  static JsonBody parse(byte[] source) {
    if (isWide(source)) {
      throw refusal(HttpStatus.BAD_REQUEST, "Invalid JSON format in request body");
    }
    JsonNode node;
    try {
      node = StrictJson.MAPPER.readTree(source);
    } catch (JacksonException malformed) {
      throw refusal(HttpStatus.BAD_REQUEST, "Invalid JSON format in request body");
    }
    if (node.isMissingNode()) {
      throw refusal(HttpStatus.BAD_REQUEST, "Invalid JSON format in request body");
    }
    if (node instanceof ObjectNode object) {
      return new JsonBody(object, source);
    }
    throw ApiException.badRequest("Invalid or missing JSON body");
  }

  /** Whether it is UTF-16 or UTF-32, which RFC 8259 rules out and the parser would take. */
  private static boolean isWide(byte[] source) {
    return source.length > 1 && (source[0] == 0 || source[1] == 0 || (source[0] & 0xFE) == 0xFE);
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json")
        || type.startsWith("application/") && type.endsWith("+json");
  }

  private static ApiException refusal(HttpStatus status, String message) {
    return ApiException.of(status, ErrorBodies.error(message));
  }
}

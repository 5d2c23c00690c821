package dev.devsync.platform.json;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.errors.ErrorBodies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
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
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the body of requests whose handler takes a {@link JsonBody}, after authorization and before
 * anything else (conventions, section 7). Bodies of other requests are never looked at.
 */
@Component
public class JsonGate implements HandlerInterceptor {

  /** Saved reports are the largest bodies. */
  static final int MOST_BYTES = 10 * 1024 * 1024 + 64 * 1024;

  /** What any number of requests may hold in memory. */
  private static final int SMALL_BYTES = 256 * 1024;

  static final String ATTRIBUTE = JsonBody.class.getName();

  private final LargeBodies large;

  JsonGate(LargeBodies large) {
    this.large = large;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (handler instanceof HandlerMethod method) {
      Optional<MethodParameter> parameter = bodyParameter(method);
      if (parameter.isPresent()) {
        admit(request, parameter.get());
      }
    }
    return true;
  }

  private void admit(HttpServletRequest request, MethodParameter parameter) throws IOException {
    boolean read = false;
    try {
      request.setAttribute(ATTRIBUTE, read(request, parameter));
      read = true;
    } finally {
      if (!read) {
        large.leave(request);
      }
    }
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    large.leave(request);
  }

  private static Optional<MethodParameter> bodyParameter(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(p -> p.getParameterType() == JsonBody.class)
        .findFirst();
  }

  private JsonBody read(HttpServletRequest request, MethodParameter parameter) throws IOException {
    Body documented = parameter.getParameterAnnotation(Body.class);
    boolean required = documented == null || documented.required();
    if (!isJson(request.getContentType())) {
      if (!required) {
        return JsonBody.empty();
      }
      throw refusal(HttpStatus.BAD_REQUEST, "Missing JSON in request body");
    }
    byte[] source = source(request);
    if (source.length == 0 && !required) {
      return JsonBody.empty();
    }
    return parse(
        source, documented != null && documented.large() ? StrictJson.LARGE : StrictJson.MAPPER);
  }

  private byte[] source(HttpServletRequest request) throws IOException {
    InputStream input = request.getInputStream();
    byte[] start = input.readNBytes(SMALL_BYTES);
    if (start.length < SMALL_BYTES) {
      return start;
    }
    large.enter(request);
    byte[] rest = input.readNBytes(MOST_BYTES + 1 - SMALL_BYTES);
    if (start.length + rest.length > MOST_BYTES) {
      throw tooLarge();
    }
    byte[] whole = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, whole, start.length, rest.length);
    return whole;
  }

  static JsonBody parse(byte[] source) {
    return parse(source, StrictJson.MAPPER);
  }

  private static JsonBody parse(byte[] source, JsonMapper mapper) {
    if (isWide(source)) {
      throw refusal(HttpStatus.BAD_REQUEST, "Invalid JSON format in request body");
    }
    JsonNode node;
    try {
      node = mapper.readTree(source);
    } catch (JacksonException malformed) {
      throw hasTooMany(malformed)
          ? tooLarge()
          : refusal(HttpStatus.BAD_REQUEST, "Invalid JSON format in request body");
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

  /** Jackson tells its limits apart by their text alone. */
  private static boolean hasTooMany(JacksonException malformed) {
    return malformed instanceof StreamConstraintsException
        && String.valueOf(malformed.getMessage()).contains("getMaxTokenCount");
  }

  private static ApiException tooLarge() {
    return refusal(HttpStatus.CONTENT_TOO_LARGE, "Request body too large");
  }

  private static ApiException refusal(HttpStatus status, String message) {
    return ApiException.of(status, ErrorBodies.error(message));
  }
}

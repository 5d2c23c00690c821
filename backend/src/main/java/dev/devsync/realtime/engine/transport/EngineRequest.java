package dev.devsync.realtime.engine.transport;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parts of a request that decide what Engine.IO does with it. */
record EngineRequest(
    HttpMethod method,
    String path,
    @Nullable String version,
    @Nullable String transport,
    @Nullable String sid,
    @Nullable String stamp,
    boolean isLegacy,
    boolean isWebSocketHandshake) {

  private static final String WEBSOCKET_VERSION = "13";
  private static final int LONGEST_STAMP = 64;

  static EngineRequest of(HttpRequest request) {
    QueryStringDecoder query = new QueryStringDecoder(request.uri());
    Map<String, List<String>> parameters = query.parameters();
    return new EngineRequest(
        request.method(),
        query.path(),
        first(parameters, "EIO"),
        first(parameters, "transport"),
        first(parameters, "sid"),
        stamp(parameters),
        // Switches of older protocol versions, which netty-socketio would still obey.
        parameters.containsKey("j")
            || parameters.containsKey("b64")
            || parameters.containsKey("disconnect"),
        isWebSocketHandshake(request));
  }

  boolean isWebSocket() {
    return "websocket".equals(transport);
  }

  boolean isPolling() {
    return "polling".equals(transport);
  }

  /** Whether this asks for what is queued in a session. */
  boolean isPoll() {
    return isPolling() && sid != null && HttpMethod.GET.equals(method);
  }

  boolean isPost() {
    return HttpMethod.POST.equals(method);
  }

  Optional<UUID> sessionId() {
    try {
      return Optional.ofNullable(sid).map(UUID::fromString);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static @Nullable String stamp(Map<String, List<String>> parameters) {
    String stamp = first(parameters, "t");
    return stamp == null || stamp.length() > LONGEST_STAMP ? null : stamp;
  }

  private static @Nullable String first(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.get(name);
    return values == null ? null : values.getFirst();
  }

  private static boolean isWebSocketHandshake(HttpRequest request) {
    return HttpMethod.GET.equals(request.method())
        && request.headers().contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
        && request
            .headers()
            .containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
        && request.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)
        && WEBSOCKET_VERSION.equals(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION));
  }
}

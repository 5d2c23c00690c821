package dev.devsync.realtime.engine.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides at HTTP level whether a request may reach netty-socketio, which would answer many bad
 * ones with silence, an empty body or a cookie.
 */
@Sharable
final class RequestGate extends ChannelInboundHandlerAdapter {

  private static final String PATH = "/socket.io/";
  private static final String REQUEST_HEADERS = "Content-Type, Authorization";

  private final SessionRegistry sessions;
  private final TransportSettings settings;

  RequestGate(SessionRegistry sessions, TransportSettings settings) {
    this.sessions = sessions;
    this.settings = settings;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof FullHttpRequest request)) {
      context.fireChannelRead(message);
      return;
    }
    Channel channel = context.channel();
    String origin = request.headers().get(HttpHeaderNames.ORIGIN);
    boolean isForbidden =
        origin != null && !settings.allowedOrigin().test(origin) && !isOwnPage(origin, request);
    if (origin != null && !isForbidden) {
      HttpAnswers.allowOrigin(channel, origin);
    }
    if (HttpMethod.OPTIONS.equals(request.method())) {
      HttpAnswers.preflight(channel, requestedHeaders(request));
      ReferenceCountUtil.release(request);
      return;
    }
    EngineRequest wanted = EngineRequest.of(request);
    Refusal refusal = isForbidden ? Refusal.FORBIDDEN_ORIGIN : refusal(wanted);
    if (refusal == null) {
      context.fireChannelRead(request);
      return;
    }
    Optional<UUID> polled = wanted.isPoll() ? wanted.sessionId() : Optional.empty();
    if (refusal == Refusal.UNKNOWN_SESSION && polled.isPresent()) {
      sessions.answerLatePoll(channel, polled.get());
    } else {
      HttpAnswers.refuse(channel, refusal);
    }
    ReferenceCountUtil.release(request);
  }

  /** Ports are not compared: a proxy may forward the host without its port. */
  private static boolean isOwnPage(String origin, HttpRequest request) {
    String host = request.headers().get(HttpHeaderNames.HOST, "");
    String name = host.replaceFirst(":\\d+$", "");
    return origin.replaceFirst("^https?://", "").replaceFirst(":\\d+$", "").equals(name);
  }

  private static String requestedHeaders(HttpRequest request) {
    return request.headers().get(HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS, REQUEST_HEADERS);
  }

  private @Nullable Refusal refusal(EngineRequest request) {
    if (!PATH.equals(request.path()) || request.isLegacy()) {
      return Refusal.BAD_REQUEST;
    }
    if (!request.isPolling() && !request.isWebSocket()) {
      return Refusal.UNKNOWN_TRANSPORT;
    }
    if (!"4".equals(request.version())) {
      return Refusal.UNSUPPORTED_VERSION;
    }
    boolean isGet = HttpMethod.GET.equals(request.method());
    if (!isGet && (request.isWebSocket() || !request.isPost())) {
      return Refusal.BAD_METHOD;
    }
    if (request.isWebSocket() && !request.isWebSocketHandshake()) {
      return Refusal.BAD_REQUEST;
    }
    if (request.sid() != null) {
      return refusalInSession(request);
    }
    if (!isGet) {
      return Refusal.BAD_METHOD;
    }
    return sessions.hasRoom() ? null : Refusal.OVERLOADED;
  }

  private @Nullable Refusal refusalInSession(EngineRequest request) {
    Optional<EngineSession> found = request.sessionId().flatMap(sessions::find);
    if (found.isEmpty()) {
      return Refusal.UNKNOWN_SESSION;
    }
    EngineSession session = found.get();
    // The library's timer ticks ten times a second, so it may be late.
    if (session.isSilentFor(settings.silenceLimit())) {
      session.close(CloseReason.PING_TIMEOUT);
      return Refusal.UNKNOWN_SESSION;
    }
    boolean isPollAfterUpgrade = request.isPolling() && !session.outlet().isPolling();
    return isPollAfterUpgrade ? Refusal.BAD_REQUEST : null;
  }
}

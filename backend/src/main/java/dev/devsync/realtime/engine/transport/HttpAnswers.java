package dev.devsync.realtime.engine.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.corundumstudio.socketio.handler.EncoderHandler;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AttributeKey;

/** Writes the HTTP responses of the polling transport. Each ends its connection. */
final class HttpAnswers {

  /** The origin that may read the response on a channel. */
  private static final AttributeKey<String> ORIGIN = AttributeKey.valueOf("devsync.origin");

  private static final byte[] OK = "ok".getBytes(UTF_8);
  private static final String TEXT = "text/plain; charset=UTF-8";

  private HttpAnswers() {}

  static void allowOrigin(Channel channel, String origin) {
    channel.attr(ORIGIN).set(origin);
  }

  /** Whether a polling request on this channel has had its answer. */
  static boolean isPollAnswered(Channel channel) {
    return channel.attr(EncoderHandler.WRITE_ONCE).get() != null;
  }

  static void poll(Channel channel, byte[] payload) {
    channel.attr(EncoderHandler.WRITE_ONCE).set(true);
    write(channel, HttpResponseStatus.OK, TEXT, payload);
  }

  static void posted(Channel channel) {
    write(channel, HttpResponseStatus.OK, TEXT, OK);
  }

  static void refuse(Channel channel, Refusal refusal) {
    write(channel, refusal.status(), "application/json", refusal.body().getBytes(UTF_8));
  }

  static void preflight(Channel channel, String requestedHeaders) {
    FullHttpResponse response = response(channel, HttpResponseStatus.OK, new byte[0]);
    if (channel.hasAttr(ORIGIN)) {
      response
          .headers()
          .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, OPTIONS")
          .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, requestedHeaders)
          .set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, 600);
    }
    channel.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  private static void write(Channel channel, HttpResponseStatus status, String type, byte[] body) {
    FullHttpResponse response = response(channel, status, body);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, type)
        .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
    channel.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  private static FullHttpResponse response(
      Channel channel, HttpResponseStatus status, byte[] body) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    HttpHeaders headers = response.headers();
    headers
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
        .set(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
    String origin = channel.attr(ORIGIN).get();
    if (origin != null) {
      headers
          .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, true);
    }
    return response;
  }
}

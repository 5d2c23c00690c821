package dev.devsync.realtime.engine.bridge;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;

/** Turns a public request into the one the engine sees. */
final class EngineRequests {

  private EngineRequests() {}

  static FullHttpRequest of(HttpServletRequest request, byte[] body) {
    String query = request.getQueryString();
    String uri = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    FullHttpRequest copy =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.valueOf(request.getMethod()),
            uri,
            Unpooled.wrappedBuffer(body));
    for (String name : Collections.list(request.getHeaderNames())) {
      copy.headers().add(name, Collections.list(request.getHeaders(name)));
    }
    return copy;
  }
}

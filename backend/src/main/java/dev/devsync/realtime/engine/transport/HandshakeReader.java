package dev.devsync.realtime.engine.transport;

import dev.devsync.platform.web.ClientAddress;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@link Handshake} from the opening request. */
final class HandshakeReader {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private HandshakeReader() {}

  static Handshake read(HttpRequest request, InetSocketAddress peer) {
    HttpHeaders headers = request.headers();
    return new Handshake(
        ClientAddress.of(peer.getAddress().getHostAddress(), headers.getAll(FORWARDED_FOR)),
        headers.get(HttpHeaderNames.USER_AGENT),
        headers.get(HttpHeaderNames.AUTHORIZATION),
        cookies(headers.getAll(HttpHeaderNames.COOKIE)));
  }

  private static Map<String, String> cookies(List<String> lines) {
    Map<String, String> cookies = new HashMap<>();
    for (String line : lines) {
      ServerCookieDecoder.LAX
          .decode(line)
          .forEach(cookie -> cookies.putIfAbsent(cookie.name(), cookie.value()));
    }
    return Map.copyOf(cookies);
  }
}

package dev.devsync.realtime.engine.transport;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a {@link Handshake} from the opening request. */
final class HandshakeReader {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private HandshakeReader() {}

  static Handshake read(HttpRequest request, InetSocketAddress peer) {
    HttpHeaders headers = request.headers();
    return new Handshake(
        address(headers.getAll(FORWARDED_FOR), peer.getAddress()),
        headers.get(HttpHeaderNames.USER_AGENT),
        headers.get(HttpHeaderNames.AUTHORIZATION),
        cookies(headers.getAll(HttpHeaderNames.COOKIE)));
  }

  /** The rightmost hop that is not a trusted proxy; the leftmost if all of them are. */
  private static String address(List<String> forwarded, InetAddress peer) {
    InetAddress nearest = peer;
    List<String> hops = forwarded.stream().flatMap(line -> Arrays.stream(line.split(","))).toList();
    for (String hop : hops.reversed()) {
      Optional<InetAddress> next = isTrusted(nearest) ? parse(hop.strip()) : Optional.empty();
      if (next.isEmpty()) {
        break;
      }
      nearest = next.get();
    }
    return nearest.getHostAddress();
  }

  private static Optional<InetAddress> parse(String literal) {
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static boolean isTrusted(InetAddress address) {
    boolean isUniqueLocal = address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    return address.isLoopbackAddress() || address.isSiteLocalAddress() || isUniqueLocal;
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

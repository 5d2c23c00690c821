package dev.devsync.platform.web;

import dev.devsync.platform.access.Origin;
import dev.devsync.platform.json.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * Finds the client behind trusted proxies (conventions, section 10): loopback and private ranges
 * are trusted.
 */
public final class ClientAddress {

  private static final int LONGEST_USER_AGENT = 255;

  private ClientAddress() {}

  /** The rightmost forwarded hop that is no trusted proxy; the peer itself when it is none. */
  public static String of(HttpServletRequest request) {
    return of(
        withoutZone(request.getRemoteAddr()),
        Collections.list(request.getHeaders("X-Forwarded-For")));
  }

  /** The same for a peer and the values of its {@code X-Forwarded-For} headers. */
  public static String of(String peer, List<String> forwardedFor) {
    String client = peer;
    String[] hops = String.join(",", forwardedFor).split(",");
    for (int i = hops.length - 1; i >= 0 && isTrusted(client); i--) {
      Optional<String> hop = literal(hops[i].strip());
      if (hop.isEmpty()) {
        break;
      }
      client = hop.get();
    }
    return client;
  }

  /** Address and user agent, as audit entries and sessions keep them. */
  public static Origin origin(HttpServletRequest request) {
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    String kept =
        agent == null || !Texts.isStorable(agent) ? null : Texts.cut(agent, LONGEST_USER_AGENT);
    return new Origin(of(request), kept);
  }

  private static boolean isTrusted(String address) {
    return literal(address).isPresent() && isPrivate(InetAddress.ofLiteral(address));
  }

  private static boolean isPrivate(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
  }

  /** Link-local addresses come with the name of this machine's interface. */
  private static String withoutZone(String address) {
    return address.split("%", 2)[0];
  }

  private static Optional<String> literal(String text) {
    if (text.indexOf('%') >= 0 || text.indexOf('[') >= 0) {
      return Optional.empty();
    }
    try {
      InetAddress.ofLiteral(text);
      return Optional.of(text);
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}

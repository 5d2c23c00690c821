package dev.devsync.realtime.engine.bridge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Replays the head of a public request to the engine. */
final class RequestHead {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private static final Set<String> NOT_REPLAYED =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "keep-alive",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "x-forwarded-for");

  private final StringBuilder text = new StringBuilder(512);

  private RequestHead(HttpServletRequest request) {
    text.append(request.getMethod()).append(' ').append(request.getRequestURI());
    if (request.getQueryString() != null) {
      text.append('?').append(request.getQueryString());
    }
    text.append(" HTTP/1.1\r\n");
    for (String name : Collections.list(request.getHeaderNames())) {
      if (!NOT_REPLAYED.contains(name.toLowerCase(Locale.ROOT))) {
        Collections.list(request.getHeaders(name)).forEach(value -> header(name, value));
      }
    }
    header(FORWARDED_FOR, hops(request));
  }

  private static String hops(HttpServletRequest request) {
    List<String> hops = Collections.list(request.getHeaders(FORWARDED_FOR));
    hops.add(request.getRemoteAddr());
    return String.join(", ", hops);
  }

  static byte[] ofPolling(HttpServletRequest request, int bodyLength) {
    return new RequestHead(request)
        .header("Content-Length", Integer.toString(bodyLength))
        .header("Connection", "close")
        .bytes();
  }

  static byte[] ofWebSocket(HttpServletRequest request) {
    return new RequestHead(request)
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .bytes();
  }

  private RequestHead header(String name, String value) {
    text.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  private byte[] bytes() {
    return text.append("\r\n").toString().getBytes(ISO_8859_1);
  }
}

package dev.devsync.realtime.engine.bridge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A response of the engine: status, headers and the bytes after them. */
record EngineResponse(int status, List<Header> headers, byte[] body) {

  static final int SWITCHING_PROTOCOLS = 101;

  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "upgrade");

  record Header(String name, String value) {}

  /** Parses what the engine wrote; nothing at all means that it gave up. */
  static EngineResponse parse(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    int end = text.indexOf(END_OF_HEAD);
    if (end < 0) {
      return PlainAnswer.UNAVAILABLE.response();
    }
    String[] lines = text.substring(0, end).split("\r\n");
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.add(new Header(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
    }
    byte[] body = text.substring(end + END_OF_HEAD.length()).getBytes(ISO_8859_1);
    return new EngineResponse(Integer.parseInt(lines[0].split(" ", 3)[1]), headers, body);
  }

  /** Puts status and end-to-end headers on the public response. */
  void copyHeadTo(HttpServletResponse response) {
    response.setStatus(status);
    for (Header header : headers) {
      if (!HOP_BY_HOP.contains(header.name().toLowerCase(Locale.ROOT))) {
        response.setHeader(header.name(), header.value());
      }
    }
  }

  /** Answers the public request. */
  void sendTo(HttpServletResponse response) throws IOException {
    copyHeadTo(response);
    response.getOutputStream().write(body);
  }
}

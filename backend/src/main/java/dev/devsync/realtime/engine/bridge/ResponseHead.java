package dev.devsync.realtime.engine.bridge;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Status line and headers of the engine's response. */
record ResponseHead(int status, List<Header> headers) {

  static final int SWITCHING_PROTOCOLS = 101;

  private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "upgrade");

  record Header(String name, String value) {}

  static ResponseHead parse(String text) throws IOException {
    String[] lines = text.split("\r\n");
    String[] statusLine = lines[0].split(" ", 3);
    if (statusLine.length < 2) {
      throw new IOException("Malformed status line");
    }
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.add(new Header(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
    }
    return new ResponseHead(Integer.parseInt(statusLine[1]), headers);
  }

  /** Puts status and end-to-end headers on the public response. */
  void copyTo(HttpServletResponse response) {
    response.setStatus(status);
    for (Header header : headers) {
      if (!HOP_BY_HOP.contains(header.name().toLowerCase(Locale.ROOT))) {
        response.setHeader(header.name(), header.value());
      }
    }
  }
}

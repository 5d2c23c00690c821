package dev.devsync.realtime.engine;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Connects by polling with chosen headers on the opening request. */
final class RawHandshake {

  private RawHandshake() {}

  static void connect(TestServer server, Map<String, String> headers) throws Exception {
    String url = server.url() + "/socket.io/?EIO=4&transport=polling";
    HttpRequest.Builder opening = HttpRequest.newBuilder(URI.create(url));
    headers.forEach(opening::header);
    String sid = PollingClient.send(opening.build()).body().substring(9, 45);
    PollingClient.send(
        HttpRequest.newBuilder(URI.create(url + "&sid=" + sid))
            .POST(BodyPublishers.ofString("40{\"token\":\"good\"}"))
            .build());
  }
}

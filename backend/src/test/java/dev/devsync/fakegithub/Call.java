package dev.devsync.fakegithub;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as the fake sees it.
 *
 * @param token what stands behind {@code Authorization: token}, or nothing
 * @param ifNoneMatch the entity tag the caller knows, or nothing
 */
record Call(
    String method,
    String path,
    Map<String, String> query,
    String token,
    String ifNoneMatch,
    byte[] body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Call of(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String tag = exchange.getRequestHeaders().getFirst("If-None-Match");
    return new Call(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        pairs(exchange.getRequestURI().getRawQuery()),
        authorization == null ? "" : authorization.replaceFirst("(?i)^(token|bearer) ", ""),
        tag == null ? "" : tag,
        exchange.getRequestBody().readAllBytes());
  }

  /** As in {@code GET /path?page=2&per_page=100&}. */
  String target() {
    StringBuilder target = new StringBuilder(method + " " + path + (query.isEmpty() ? "" : "?"));
    query.forEach((name, value) -> target.append(name).append('=').append(value).append('&'));
    return target.toString();
  }

  JsonNode json() {
    return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
  }

  Map<String, String> form() {
    return pairs(new String(body, StandardCharsets.UTF_8));
  }

  String query(String name, String fallback) {
    return query.getOrDefault(name, fallback);
  }

  int number(String name, int fallback) {
    return Integer.parseInt(query(name, Integer.toString(fallback)));
  }

  static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : (text == null ? "" : text).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

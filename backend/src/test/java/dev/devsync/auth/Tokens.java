package dev.devsync.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Looks into tokens without checking them. */
final class Tokens {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Tokens() {}

  static Map<String, Object> claims(String token) {
    return part(token, 1);
  }

  static Map<String, Object> header(String token) {
    return part(token, 0);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> part(String token, int index) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[index]);
    return JSON.readValue(new String(json, StandardCharsets.UTF_8), Map.class);
  }
}

package dev.devsync.realtime.engine.transport;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the request that opened a session said about the client.
 *
 * @param address the client's network address, seen through trusted proxies
 * @param authorization value of the Authorization header
 * @param cookies values by name
 */
public record Handshake(
    String address,
    @Nullable String userAgent,
    @Nullable String authorization,
    Map<String, String> cookies) {

  @Override
  public String toString() {
    return "Handshake[address=" + address + "]";
  }
}

package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.transport.Handshake;
import tools.jackson.databind.JsonNode;

/** Decides who may connect. May block; is never called on a network thread. */
@FunctionalInterface
public interface SocketGate {

  /**
   * Decides on one CONNECT packet. If this throws, the transport is closed, so that the client
   * tries again later.
   *
   * @param auth the payload of the packet; an empty object if there was none
   * @param handshake what the request that opened the session said
   */
  Admission decide(JsonNode auth, Handshake handshake);
}

package dev.devsync.realtime.engine.transport;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How Engine.IO sessions are kept and bounded.
 *
 * @param pingInterval time between two pings of the server
 * @param pingTimeout silence after a ping that ends the session
 * @param upgradeTimeout time a WebSocket may take to take over from polling
 * @param maxPayload largest accepted request body or frame, in bytes
 * @param maxSessions handshakes beyond this number are answered with 503
 * @param maxOutboundBytes a client is dropped that has more unsent bytes than this, or 32 times as
 *     many that it shares with others
 * @param maxWaitingBytes once as much waits for all clients together, those that are behind are
 *     dropped
 * @param allowedOrigin which browser origins may connect besides pages of the same host
 */
public record TransportSettings(
    Duration pingInterval,
    Duration pingTimeout,
    Duration upgradeTimeout,
    int maxPayload,
    int maxSessions,
    int maxOutboundBytes,
    long maxWaitingBytes,
    Predicate<String> allowedOrigin) {

  /** The silence after which a session is dead. */
  Duration silenceLimit() {
    return pingInterval.plus(pingTimeout);
  }
}

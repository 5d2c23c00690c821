package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.transport.TransportSettings;
import java.time.Duration;
import java.util.function.Predicate;

/** The limits of the contract, to be changed where a test cannot wait for them. */
final class TestLimits {

  Duration pingInterval = Duration.ofSeconds(25);
  Duration pingTimeout = Duration.ofSeconds(20);
  Duration upgradeTimeout = Duration.ofSeconds(10);
  Duration connectTimeout = Duration.ofSeconds(10);
  int maxSessions = 1000;
  int maxOutboundBytes = 1 << 20;
  long maxWaitingBytes = 1 << 27;
  int eventsPerSecond = 50;
  Predicate<String> allowedOrigin = origin -> true;

  SocketSettings settings() {
    TransportSettings transport =
        new TransportSettings(
            pingInterval,
            pingTimeout,
            upgradeTimeout,
            1_000_000,
            maxSessions,
            maxOutboundBytes,
            maxWaitingBytes,
            allowedOrigin);
    return new SocketSettings(transport, connectTimeout, eventsPerSecond);
  }
}

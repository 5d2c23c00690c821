package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.transport.TransportSettings;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration of the Socket.IO server. The defaults are those of the realtime contract §1.
 *
 * @param maxWaiting what may wait for slow clients, all together; a quarter of the heap at most,
 *     whatever is set
 */
@ConfigurationProperties("devsync.socket")
record SocketProperties(
    @DefaultValue("25s") Duration pingInterval,
    @DefaultValue("20s") Duration pingTimeout,
    @DefaultValue("10s") Duration upgradeTimeout,
    @DefaultValue("10s") Duration connectTimeout,
    @DefaultValue("1000000B") DataSize maxPayload,
    @DefaultValue("1MB") DataSize maxOutbound,
    @DefaultValue("128MB") DataSize maxWaiting,
    @DefaultValue("20000") int maxSessions,
    @DefaultValue("50") int eventsPerSecond) {

  SocketSettings settings(Predicate<String> allowedOrigin) {
    TransportSettings transport =
        new TransportSettings(
            pingInterval,
            pingTimeout,
            upgradeTimeout,
            Math.toIntExact(maxPayload.toBytes()),
            maxSessions,
            Math.toIntExact(maxOutbound.toBytes()),
            Math.min(maxWaiting.toBytes(), Runtime.getRuntime().maxMemory() / 4),
            allowedOrigin);
    return new SocketSettings(transport, connectTimeout, eventsPerSecond);
  }
}

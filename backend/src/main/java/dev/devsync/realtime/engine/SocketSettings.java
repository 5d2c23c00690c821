package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.transport.TransportSettings;
import java.time.Duration;

/**
 * Limits of the Socket.IO layer.
 *
 * @param transport limits of the sessions below
 * @param connectTimeout time a client has to connect once its session is open
 * @param eventsPerSecond packets a client may send in a second
 */
public record SocketSettings(
    TransportSettings transport, Duration connectTimeout, int eventsPerSecond) {}

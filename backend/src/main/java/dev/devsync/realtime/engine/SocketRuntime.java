package dev.devsync.realtime.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** What all connections share. */
record SocketRuntime(
    SocketSettings settings,
    SocketGate gate,
    SocketHandler handler,
    SocketEncoder encoder,
    PayloadReader payloads,
    Executor workers,
    ScheduledExecutorService deadlines) {}

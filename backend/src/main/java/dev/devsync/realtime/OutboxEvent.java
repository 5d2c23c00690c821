package dev.devsync.realtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A row of the outbox. */
record OutboxEvent(
    Position position,
    String type,
    @Nullable Integer projectId,
    @Nullable Integer taskId,
    @Nullable Integer actorId,
    JsonNode payload,
    Instant at) {}

package dev.devsync.admin;

import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.json.RawJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit log.
 *
 * @param actorName null if nobody in particular acted, or the user is gone
 * @param actorRole the role at that time
 * @param metadata a JSON object
 */
record AuditLogEntry(
    int id,
    @Nullable Integer actorUserId,
    @Nullable String actorName,
    @Nullable String actorRole,
    String action,
    @Nullable String resourceType,
    @Nullable String resourceId,
    @Nullable String ip,
    @Nullable String userAgent,
    @RawJson(JsonBody.Kind.OBJECT) @Nullable String metadata,
    Instant createdAt) {}

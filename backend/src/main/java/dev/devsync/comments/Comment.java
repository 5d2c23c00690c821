package dev.devsync.comments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it appears on the wire and in events (contract, rest section 1.4).
 *
 * @param userName {@code Unknown} if the author is gone
 * @param authorName the same; clients read either
 * @param userAvatar has no storage and is always null
 * @param updatedAt null until the comment is edited
 * @param version counts edits; a client that sends it back is told of conflicts
 */
public record Comment(
    int id,
    String content,
    int taskId,
    int userId,
    String userName,
    String authorName,
    @Nullable String userAvatar,
    @Nullable Integer parentId,
    Instant createdAt,
    @Nullable Instant updatedAt,
    int version) {}

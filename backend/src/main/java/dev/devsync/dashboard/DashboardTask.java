package dev.devsync.dashboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as the dashboards list it.
 *
 * @param priority {@code medium} if none is stored
 * @param progress percent
 */
record DashboardTask(
    int id,
    String title,
    @Nullable String description,
    String status,
    String priority,
    int progress,
    @Nullable Instant deadline,
    @Nullable Integer projectId,
    @Nullable String projectName,
    Instant updatedAt,
    Instant createdAt) {}

package dev.devsync.dashboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task that is due soon. */
record DueTask(
    int id, String title, Instant deadline, String status, @Nullable Integer projectId) {}

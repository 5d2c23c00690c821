package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;

/**
 * Published, outside of any transaction, when somebody loads their tasks or a dashboard: the occasion to look for
 * overdue tasks in their sight. Listeners must not make the answer wait.
 */
public record TasksViewed(Caller viewer) {}

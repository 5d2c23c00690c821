package dev.devsync.dashboard;

import dev.devsync.platform.access.Role;
import dev.devsync.tasks.TaskItem;
import java.util.List;

/**
 * How somebody gets on with the tasks assigned to them.
 *
 * @param avgProgress percent, rounded; 0 without tasks
 * @param recentTasks the five changed last
 */
record PersonProgress(
    int id,
    String name,
    Role role,
    int totalTasks,
    int completedTasks,
    int activeTasks,
    int avgProgress,
    int dueSoon,
    List<TaskItem> recentTasks) {}

package dev.devsync.notifications;

import dev.devsync.admin.NotificationSwitch;
import dev.devsync.admin.Settings;
import dev.devsync.admin.SystemSettings;
import dev.devsync.platform.access.Actor;
import dev.devsync.tasks.TaskCreated;
import dev.devsync.tasks.TaskItem;
import dev.devsync.tasks.TaskUpdated;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** New tasks, assignments, and changes of status, progress and assignee. */
@Component
class TaskNotices {

  private final TaskRecipients recipients;
  private final SystemSettings settings;

  TaskNotices(TaskRecipients recipients, SystemSettings settings) {
    this.recipients = recipients;
    this.settings = settings;
  }

  List<Told> of(TaskCreated created, Actor actor) {
    TaskItem task = created.task();
    Settings current = settings.current();
    return new Audience(actor)
        .tell(
            present(task.assignedTo()),
            assigned(task, "New Task Assigned"),
            current.notifies(NotificationSwitch.TASK_ASSIGNMENTS))
        .tell(
            recipients.leading(task.id()),
            created(task),
            current.notifies(NotificationSwitch.PROJECT_UPDATES))
        .told();
  }

  List<Told> of(TaskUpdated updated, Actor actor) {
    TaskItem task = updated.task();
    TaskItem before = updated.before();
    boolean reassigned = !Objects.equals(task.assignedTo(), before.assignedTo());
    List<String> news = news(task, before);
    if (news.isEmpty()) {
      return List.of();
    }
    Settings current = settings.current();
    boolean updates = current.notifies(NotificationSwitch.PROJECT_UPDATES);
    Audience audience = new Audience(actor);
    if (reassigned) {
      audience.tell(
          present(task.assignedTo()),
          assigned(task, "Task Assigned to You"),
          current.notifies(NotificationSwitch.TASK_ASSIGNMENTS));
      audience.tell(
          recipients.blind(task.id(), before.assignedTo()), takenAway(task, before), updates);
    }
    return audience
        .tell(
            present(task.createdBy(), task.assignedTo(), before.assignedTo()),
            changed(task, news),
            updates)
        .told();
  }

  private static Notice assigned(TaskItem task, String title) {
    return about(
        task, "task_assigned", title, "You are now responsible for %s.".formatted(named(task)));
  }

  private static Notice created(TaskItem task) {
    String assignee =
        task.assigneeName() == null ? "not assigned yet" : "assigned to " + task.assigneeName();
    return about(
        task,
        "task_created",
        "New Task Created",
        "%s was created, %s.".formatted(named(task), assignee));
  }

  private static Notice changed(TaskItem task, List<String> news) {
    return about(
        task, "task_updated", "Task Updated", named(task) + ": " + String.join(", ", news) + ".");
  }

  /**
   * For a former assignee who no longer sees the task: nothing of it but what they knew, and who
   * has it now.
   */
  private static Notice takenAway(TaskItem task, TaskItem before) {
    return about(task, "task_updated", "Task Updated", named(before) + ": " + assignee(task) + ".");
  }

  private static List<String> news(TaskItem task, TaskItem before) {
    List<String> news = new ArrayList<>();
    if (!task.status().equals(before.status())) {
      news.add("status is now " + task.status());
    }
    if (task.progress() != before.progress()) {
      news.add("progress is now " + task.progress() + "%");
    }
    if (!Objects.equals(task.assignedTo(), before.assignedTo())) {
      news.add(assignee(task));
    }
    return news;
  }

  private static String assignee(TaskItem task) {
    return "assignee is now " + (task.assigneeName() == null ? "nobody" : task.assigneeName());
  }

  private static String named(TaskItem task) {
    String title = '"' + task.title() + '"';
    return task.projectName() == null ? title : title + " in " + task.projectName();
  }

  private static Notice about(TaskItem task, String type, String title, String message) {
    return Notice.of(type, title, message, task.id(), task.id());
  }

  private static List<Integer> present(@Nullable Integer... people) {
    return Stream.of(people).filter(Objects::nonNull).toList();
  }
}

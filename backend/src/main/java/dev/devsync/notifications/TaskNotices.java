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
import java.util.Set;
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

  /** Costs the same few statements however many tasks were updated. */
  List<Told> of(List<TaskUpdated> updates, Actor actor) {
    List<TaskUpdated> worthTelling =
        updates.stream().filter(each -> !news(each.task(), each.before()).isEmpty()).toList();
    if (worthTelling.isEmpty()) {
      return List.of();
    }
    Settings current = settings.current();
    List<TaskUpdated> reassigned = worthTelling.stream().filter(TaskNotices::isReassigned).toList();
    Set<Integer> takenOutOfSight = recipients.takenOutOfSight(reassigned);
    return worthTelling.stream()
        .flatMap(each -> of(each, actor, current, takenOutOfSight).stream())
        .toList();
  }

  private static List<Told> of(
      TaskUpdated updated, Actor actor, Settings current, Set<Integer> takenOutOfSight) {
    TaskItem task = updated.task();
    TaskItem before = updated.before();
    boolean updates = current.notifies(NotificationSwitch.PROJECT_UPDATES);
    Audience audience = new Audience(actor);
    if (isReassigned(updated)) {
      audience.tell(
          present(task.assignedTo()),
          assigned(task, "Task Assigned to You"),
          current.notifies(NotificationSwitch.TASK_ASSIGNMENTS));
    }
    if (takenOutOfSight.contains(task.id())) {
      audience.tell(present(before.assignedTo()), takenAway(task, before), updates);
    }
    return audience
        .tell(
            present(task.createdBy(), task.assignedTo(), before.assignedTo()),
            changed(task, news(task, before)),
            updates)
        .told();
  }

  private static boolean isReassigned(TaskUpdated updated) {
    return !Objects.equals(updated.task().assignedTo(), updated.before().assignedTo());
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

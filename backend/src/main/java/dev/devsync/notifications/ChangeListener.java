package dev.devsync.notifications;

import dev.devsync.admin.SettingsUpdated;
import dev.devsync.auth.SessionsEnded;
import dev.devsync.comments.CommentAdded;
import dev.devsync.comments.CommentUpdated;
import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.DomainEvent;
import dev.devsync.platform.changes.Recorded;
import dev.devsync.tasks.TaskCreated;
import dev.devsync.tasks.TaskUpdated;
import dev.devsync.users.UserCreated;
import dev.devsync.users.UserDeleted;
import dev.devsync.users.UserUpdated;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notifies people of changes, in the transaction of the change. */
@Component
class ChangeListener {

  private final CommentNotices comments;
  private final TaskNotices tasks;
  private final AdminNotices administration;
  private final SecurityNotices security;
  private final Delivery delivery;

  ChangeListener(
      CommentNotices comments,
      TaskNotices tasks,
      AdminNotices administration,
      SecurityNotices security,
      Delivery delivery) {
    this.comments = comments;
    this.tasks = tasks;
    this.administration = administration;
    this.security = security;
    this.delivery = delivery;
  }

  @EventListener
  void on(Recorded change) {
    Actor actor = change.actor();
    List<Told> told = new ArrayList<>(tasks.of(change.events(TaskUpdated.class), actor));
    change.events().forEach(event -> told.addAll(told(event, actor)));
    delivery.deliver(actor, told);
  }

  private List<Told> told(DomainEvent event, Actor actor) {
    return switch (event) {
      case CommentAdded added -> comments.of(added, actor);
      case CommentUpdated updated -> comments.of(updated, actor);
      case TaskCreated created -> tasks.of(created, actor);
      case UserCreated created -> administration.of(created, actor);
      case UserUpdated updated -> administration.of(updated, actor);
      case UserDeleted deleted -> administration.of(deleted, actor);
      case SettingsUpdated updated -> administration.of(updated, actor);
      case SessionsEnded ended -> security.of(ended, actor);
      default -> List.of();
    };
  }
}

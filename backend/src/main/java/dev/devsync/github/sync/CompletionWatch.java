package dev.devsync.github.sync;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.Recorded;
import dev.devsync.tasks.TaskUpdated;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Watches tasks become complete or cease to be, and acts once for all that a transaction changed.
 */
@Component
class CompletionWatch {

  private final OutgoingChanges outgoing;

  CompletionWatch(OutgoingChanges outgoing) {
    this.outgoing = outgoing;
  }

  @EventListener
  void on(Recorded change) {
    for (TaskUpdated updated : change.events(TaskUpdated.class)) {
      if (updated.task().complete() != updated.before().complete()) {
        inThisTransaction(change.actor()).tasks.put(updated.task().id(), updated.task().complete());
      }
    }
  }

  private Gathered inThisTransaction(Actor actor) {
    for (TransactionSynchronization known :
        TransactionSynchronizationManager.getSynchronizations()) {
      if (known instanceof Gathered gathered
          && !gathered.isHandedOver
          && gathered.actor.equals(actor)) {
        return gathered;
      }
    }
    Gathered gathered = new Gathered(actor);
    TransactionSynchronizationManager.registerSynchronization(gathered);
    return gathered;
  }

  private final class Gathered implements TransactionSynchronization {

    private final Actor actor;
    private final Map<Integer, Boolean> tasks = new LinkedHashMap<>();
    private boolean isHandedOver;

    private Gathered(Actor actor) {
      this.actor = actor;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      isHandedOver = true;
      outgoing.completed(tasks, actor.userId());
    }
  }
}

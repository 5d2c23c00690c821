package dev.devsync.notifications;

import dev.devsync.admin.SystemSettings;
import dev.devsync.platform.access.Actor;
import dev.devsync.users.User;
import dev.devsync.users.UserRepository;
import java.time.Clock;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people of overdue tasks, once per task and person (contract, domain section 7.4). Works in
 * batches, each a transaction of its own.
 */
@Service
class OverdueChecks {

  private static final int BATCH = 500;

  private final OverdueRepository overdue;
  private final Delivery delivery;
  private final SystemSettings settings;
  private final UserRepository users;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OverdueChecks(
      OverdueRepository overdue,
      Delivery delivery,
      SystemSettings settings,
      UserRepository users,
      TransactionTemplate transaction,
      Clock clock) {
    this.overdue = overdue;
    this.delivery = delivery;
    this.settings = settings;
    this.users = users;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Looks at all tasks; returns how many notifications there are to be seen now. */
  int sweep() {
    return untilDone(() -> tell(null));
  }

  /** Looks at the tasks in sight of a user, whoever is to be told of them. */
  int inSightOf(int viewerId) {
    return untilDone(
        () -> {
          Optional<User> viewer = users.find(viewerId);
          return viewer.map(user -> tell(user.role().isManager() ? null : viewerId)).orElse(0);
        });
  }

  private int untilDone(IntSupplier batch) {
    int told = 0;
    int last;
    do {
      last = transaction.execute(status -> batch.getAsInt());
      told += last;
    } while (last == BATCH);
    return told;
  }

  private int tell(@Nullable Integer viewer) {
    if (!settings.current().notifyOnOverdueTasks()) {
      return 0;
    }
    overdue.takeTurns();
    return delivery.deliver(Actor.SYSTEM, overdue.untold(viewer, clock.instant(), BATCH)).size();
  }
}

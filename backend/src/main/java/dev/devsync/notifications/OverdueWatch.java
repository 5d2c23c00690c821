package dev.devsync.notifications;

import dev.devsync.tasks.TasksViewed;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks for overdue tasks when people look at their tasks, beside the request. One person's views
 * within a second lead to one check, and only two checks run at once.
 */
@Component
class OverdueWatch {

  private static final Logger log = LoggerFactory.getLogger(OverdueWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final OverdueChecks checks;
  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("overdue-", 0).factory());
  private final Semaphore permits = new Semaphore(2);

  /** How often each viewer looked since their watch began. */
  private final ConcurrentMap<Integer, Integer> views = new ConcurrentHashMap<>();

  OverdueWatch(OverdueChecks checks) {
    this.checks = checks;
  }

  @EventListener
  void on(TasksViewed viewed) {
    int viewer = viewed.viewer().id();
    if (views.merge(viewer, 1, Integer::sum) == 1) {
      executor.execute(() -> watch(viewer));
    }
  }

  /** Checks until the viewer has not looked again since the last check. */
  private void watch(int viewer) {
    try {
      int seen;
      do {
        seen = views.getOrDefault(viewer, 0);
        check(viewer);
        Thread.sleep(PAUSE);
      } while (!views.remove(viewer, seen));
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(int viewer) throws InterruptedException {
    permits.acquire();
    try {
      int told = checks.inSightOf(viewer);
      log.debug("{} notifications of overdue tasks in sight of user {}", told, viewer);
    } catch (RuntimeException failure) {
      log.warn("Overdue tasks in sight of user {} could not be checked", viewer, failure);
    } finally {
      permits.release();
    }
  }

  @PreDestroy
  void stop() {
    executor.shutdownNow();
  }
}

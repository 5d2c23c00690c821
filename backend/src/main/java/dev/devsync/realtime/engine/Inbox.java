package dev.devsync.realtime.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one client's work one piece after the other, and limits how much may wait. */
final class Inbox {

  private record Task(Runnable work, int cost) {}

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  private final Executor executor;
  private final int limit;
  private final Queue<Task> waiting = new ArrayDeque<>(2);
  private int size;
  private boolean isRunning;

  Inbox(Executor executor, int limit) {
    this.executor = executor;
    this.limit = limit;
  }

  /** Takes work unless too much of it is waiting, measured by the sum of {@code cost}. */
  synchronized boolean offer(Runnable work, int cost) {
    if (!waiting.isEmpty() && size + cost > limit) {
      return false;
    }
    add(new Task(work, cost));
    return true;
  }

  /** Takes work that must not be refused. */
  synchronized void submit(Runnable work) {
    add(new Task(work, 0));
  }

  /** Whether nothing waits or is being done. */
  synchronized boolean isIdle() {
    return !isRunning;
  }

  private void add(Task task) {
    waiting.add(task);
    size += task.cost();
    if (!isRunning) {
      isRunning = true;
      executor.execute(this::run);
    }
  }

  private void run() {
    for (Task task = next(); task != null; task = next()) {
      try {
        task.work().run();
      } catch (Throwable failure) {
        // Also an Error: the client's further work would wait for ever.
        log.error("A client's work failed", failure);
      }
    }
  }

  private synchronized @Nullable Task next() {
    Task task = waiting.poll();
    if (task == null) {
      isRunning = false;
    } else {
      size -= task.cost();
    }
    return task;
  }
}

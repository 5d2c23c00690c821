package dev.devsync.platform.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/**
 * Starts background work when everything else is up and lets it finish before anything goes down.
 */
class SchedulerLifecycle implements SmartLifecycle {

  private final Scheduler scheduler;
  private final boolean enabled;
  private volatile boolean running;

  SchedulerLifecycle(Scheduler scheduler, boolean enabled) {
    this.scheduler = scheduler;
    this.enabled = enabled;
  }

  @Override
  public boolean isAutoStartup() {
    return enabled;
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    scheduler.stop();
    running = false;
  }

  /** Jobs finish while others who stop in the same phase do, so that their waits do not add up. */
  @Override
  public void stop(Runnable callback) {
    Thread.ofVirtual()
        .name("scheduler-stop")
        .start(
            () -> {
              try {
                stop();
              } finally {
                callback.run();
              }
            });
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

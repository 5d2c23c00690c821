package dev.devsync.realtime.engine;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Runs one action when its phase starts and one when it stops. */
final class SocketLifecycle implements SmartLifecycle {

  /** Started before the web server opens its port, stopped after it has closed it. */
  static final int AROUND_WEB_SERVER = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;

  private final int phase;
  private final Runnable onStart;
  private final Runnable onStop;
  private volatile boolean isRunning;

  SocketLifecycle(int phase, Runnable onStart, Runnable onStop) {
    this.phase = phase;
    this.onStart = onStart;
    this.onStop = onStop;
  }

  @Override
  public int getPhase() {
    return phase;
  }

  @Override
  public void start() {
    onStart.run();
    isRunning = true;
  }

  @Override
  public void stop() {
    isRunning = false;
    onStop.run();
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }
}

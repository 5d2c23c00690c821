package dev.devsync.realtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A client that follows a project, comes back whenever it is cut off, and keeps account. */
abstract class Follower implements AutoCloseable {

  /** Where the server is, who the client is, and which project it follows. */
  record Place(int port, String token, int project) {}

  protected static final long UNKNOWN = -1;

  protected final Place place;
  protected final AtomicLong lastSeq = new AtomicLong(UNKNOWN);
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger arrivals = new AtomicInteger();
  private final Map<Integer, Integer> versions = new HashMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private volatile boolean isIn;

  Follower(Place place) {
    this.place = place;
  }

  abstract String name();

  abstract void follow();

  @Override
  public abstract void close();

  /** The client is in its room, for the first time or again. */
  protected final void arrived() {
    arrivals.incrementAndGet();
    isIn = true;
  }

  /** Takes note of a change; each makes the next version of its task, from one on. */
  protected final synchronized void heard(int task, int version) {
    int before = versions.getOrDefault(task, 0);
    if (version != before + 1) {
      problem("task " + task + ": version " + version + " after " + before);
    }
    versions.put(task, version);
    count.incrementAndGet();
  }

  protected final void problem(String what) {
    problems.add(what);
  }

  boolean isIn() {
    return isIn;
  }

  boolean isWrong() {
    return !problems.isEmpty();
  }

  List<String> problems() {
    return problems;
  }

  int count() {
    return count.get();
  }

  int returns() {
    return arrivals.get() - 1;
  }
}

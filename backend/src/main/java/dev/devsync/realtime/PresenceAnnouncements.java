package dev.devsync.realtime;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.ChangeLog;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells rooms who came and who left. Everybody hears the whole list, which for a crowd that arrives
 * one by one would grow with its cube; so a crowd is told of several changes together.
 */
@Component
class PresenceAnnouncements {

  private static final Logger log = LoggerFactory.getLogger(PresenceAnnouncements.class);
  private static final int CROWD = 20;
  private static final Duration PAUSE_PER_VIEWER = Duration.ofMillis(10);

  /** Each has several tabs, and all of them are sent the list. */
  private static final Duration PAUSE_PER_SOCKET = Duration.ofMillis(4);

  private static final Comparator<Viewer> BY_ARRIVAL =
      Comparator.comparing(Viewer::joinedAt).thenComparing(Viewer::id);

  private record Change(String event, Viewer viewer) {}

  private final PresenceRepository repository;
  private final RealtimeRepository realtime;
  private final ChangeLog changes;
  private final PresenceTurns turns;
  private final Clock clock;
  private final Map<Room, Change> untold = new ConcurrentHashMap<>();

  PresenceAnnouncements(
      PresenceRepository repository,
      RealtimeRepository realtime,
      ChangeLog changes,
      PresenceTurns turns,
      Clock clock) {
    this.repository = repository;
    this.realtime = realtime;
    this.changes = changes;
    this.turns = turns;
    this.clock = clock;
  }

  static boolean isCrowd(List<Viewer> viewers) {
    return viewers.size() > CROWD;
  }

  /**
   * To be called in the transaction that changed who is there.
   *
   * @param sockets how many are in the room here
   */
  void announce(Room room, List<Viewer> before, List<Viewer> after, int sockets) {
    List<Viewer> joined = missing(after, before);
    List<Viewer> left = missing(before, after);
    if (joined.isEmpty() && left.isEmpty()) {
      return;
    }
    if (isCrowd(after)) {
      announceLater(
          room,
          left.isEmpty()
              ? new Change("join", joined.getLast())
              : new Change("leave", left.getLast()),
          pause(after.size(), sockets));
      return;
    }
    List<Viewer> now = new ArrayList<>(before);
    for (Viewer viewer : joined) {
      now.add(viewer);
      record(room, new Change("join", viewer), now.stream().sorted(BY_ARRIVAL).toList());
    }
    for (Viewer viewer : left) {
      now.removeIf(each -> each.id() == viewer.id());
      record(room, new Change("leave", viewer), List.copyOf(now));
    }
  }

  private static Duration pause(int viewers, int sockets) {
    Duration some = PAUSE_PER_VIEWER.multipliedBy(viewers);
    Duration others = PAUSE_PER_SOCKET.multipliedBy(sockets);
    return some.compareTo(others) > 0 ? some : others;
  }

  private static List<Viewer> missing(List<Viewer> some, List<Viewer> others) {
    Set<Integer> known = others.stream().map(Viewer::id).collect(Collectors.toSet());
    return some.stream().filter(viewer -> !known.contains(viewer.id())).toList();
  }

  private void announceLater(Room room, Change last, Duration pause) {
    if (untold.put(room, last) == null) {
      CompletableFuture.delayedExecutor(
              pause.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
          .execute(() -> announceCrowd(room));
    }
  }

  private void announceCrowd(Room room) {
    Change last = untold.remove(room);
    if (last == null) {
      return;
    }
    try {
      turns.take(
          () -> {
            repository.lock(room);
            List<Viewer> now = repository.viewers(room);
            record(room, last, now);
            return now;
          });
    } catch (RuntimeException failure) {
      log.warn("A room was not told who is there: {}", failure.getMessage());
    }
  }

  private void record(Room room, Change change, List<Viewer> now) {
    boolean isTask = room.kind() == Room.Kind.TASK;
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("scope", isTask ? "task" : "project");
    payload.put("project_id", realtime.projectOf(room));
    payload.put("task_id", isTask ? room.id() : null);
    payload.put("event", change.event());
    payload.put("user", change.viewer());
    payload.put("users", now);
    payload.put("timestamp", clock.instant());
    changes.record(
        Actor.SYSTEM, new PresenceChanged("presence_update", List.of(room.wireName()), payload));
  }
}

package dev.devsync.realtime;

import dev.devsync.platform.changes.Outbox;
import dev.devsync.platform.database.DirectConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hands every new row of the outbox to the local sockets, in order. PostgreSQL wakes it at each
 * commit; it also looks by itself every second, because a transaction that rolls back wakes nobody
 * and yet may have held others up.
 */
@Component
class OutboxReader implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxReader.class);
  private static final int BATCH = 500;
  private static final int LOOK_EVERY_MILLIS = 1_000;
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** What is committed so shortly after an event leaves together, in one write to each socket. */
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final OutboxRepository outbox;
  private final LiveDelivery delivery;
  private final Timeline timeline;
  private final DirectConnections connections;
  private volatile Thread thread = new Thread(() -> {});
  private volatile boolean running;

  OutboxReader(
      OutboxRepository outbox,
      LiveDelivery delivery,
      Timeline timeline,
      DirectConnections connections) {
    this.outbox = outbox;
    this.delivery = delivery;
    this.timeline = timeline;
    this.connections = connections;
  }

  @Override
  public void start() {
    begin();
    running = true;
    thread = Thread.ofPlatform().name("outbox-reader").daemon().start(this::run);
  }

  private void begin() {
    Position end = outbox.end();
    List<OutboxEvent> past = outbox.before(end, Timeline.MOST_ROWS);
    boolean isAll = past.size() < Timeline.MOST_ROWS;
    timeline.startAt(isAll ? Position.BEGINNING : past.getFirst().position(), end);
    delivery.remember(isAll ? past : past.subList(1, past.size()));
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server lets anybody in, and until after it has let everybody go. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE / 2;
  }

  private void run() {
    while (running) {
      try (Connection connection = connections.open();
          Statement statement = connection.createStatement()) {
        statement.execute("LISTEN " + Outbox.CHANNEL);
        listen(connection.unwrap(PGConnection.class));
      } catch (SQLException | RuntimeException | Error failure) {
        if (running) {
          log.warn("Live delivery pauses: {}", failure.toString());
          LockSupport.parkNanos(RETRY.toNanos());
        }
      }
    }
  }

  private void listen(PGConnection connection) throws SQLException {
    while (running) {
      if (deliverNew()) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      connection.getNotifications(LOOK_EVERY_MILLIS);
    }
  }

  /** Whether there was anything. */
  private boolean deliverNew() {
    boolean isAny = false;
    List<OutboxEvent> events;
    do {
      events = outbox.after(timeline.position(), BATCH);
      delivery.deliver(events);
      isAny |= !events.isEmpty();
    } while (events.size() == BATCH);
    return isAny;
  }
}

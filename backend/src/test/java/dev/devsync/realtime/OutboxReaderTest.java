package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.platform.database.DirectConnections;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reader of its own beside that of the server. */
class OutboxReaderTest extends LiveTest {

  /** Fails as often as it is told to, and then takes what there is. */
  private static final class Failing extends LiveDelivery {

    private final AtomicInteger failures = new AtomicInteger(2);
    private final List<OutboxEvent> delivered = new CopyOnWriteArrayList<>();
    private final Timeline line;

    Failing(
        EventTranslator translator,
        RealtimeRepository repository,
        LiveSessions sessions,
        Evictions evictions,
        Timeline line) {
      super(translator, repository, sessions, evictions, line);
      this.line = line;
    }

    @Override
    void deliver(List<OutboxEvent> events) {
      if (!events.isEmpty() && failures.getAndDecrement() > 0) {
        throw new OutOfMemoryError("on purpose");
      }
      for (OutboxEvent event : events) {
        line.add(event.position(), List.of());
        delivered.add(event);
      }
    }
  }

  @Autowired private OutboxRepository outbox;
  @Autowired private EventTranslator translator;
  @Autowired private RealtimeRepository repository;
  @Autowired private LiveSessions sessions;
  @Autowired private Evictions evictions;
  @Autowired private DirectConnections connections;
  private OutboxReader reader;

  @AfterEach
  void stop() {
    reader.stop();
  }

  @Test
  void anErrorWhileDeliveringEndsNothingAndTheEventsAreNotLost() {
    Timeline line = new Timeline();
    Failing delivery = new Failing(translator, repository, sessions, evictions, line);
    reader = new OutboxReader(outbox, delivery, line, connections);
    reader.start();

    as(given.aDeveloper("Dave"), "{\"message\":\"hello\"}")
        .post("/notifications")
        .then()
        .statusCode(201);

    await().atMost(Duration.ofSeconds(20)).until(() -> !delivery.delivered.isEmpty());
    assertThat(delivery.failures).hasValueLessThan(0);
    assertThat(delivery.delivered).extracting(OutboxEvent::type).contains("notification.created");
    assertThat(delivery.delivered).extracting(OutboxEvent::position).doesNotHaveDuplicates();
  }
}

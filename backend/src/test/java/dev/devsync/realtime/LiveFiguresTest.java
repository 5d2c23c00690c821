package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.testing.TestUser;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What operators see moves when the thing itself does. */
class LiveFiguresTest extends LiveTest {

  private static final String CONNECTED = "devsync.sockets.connected";
  private static final String SESSIONS = "devsync.sockets.sessions";

  /** Sockets of other tests may have gone without a word; the next ping that fails tells. */
  private static final Duration UNTIL_OTHERS_ARE_MISSED = Duration.ofMinutes(2);

  @Autowired private MeterRegistry registry;
  @Autowired private LiveMetrics metrics;
  @Autowired private DataSource database;

  private double figure(String name) {
    return registry.get(name).gauge().value();
  }

  private double lag() {
    metrics.measureLag();
    return figure("devsync.outbox.lag");
  }

  private void becomes(String name, double expected) {
    becomes(name, expected, Duration.ofSeconds(10));
  }

  private void becomes(String name, double expected, Duration atMost) {
    await().atMost(atMost).untilAsserted(() -> assertThat(figure(name)).isEqualTo(expected));
  }

  @Test
  void socketsAreCountedFromTheirArrivalUntilTheyAreGone() {
    becomes(CONNECTED, 0, UNTIL_OTHERS_ARE_MISSED);
    becomes(SESSIONS, 0, UNTIL_OTHERS_ARE_MISSED);
    TestUser dave = given.aDeveloper("Dave");
    LiveClient desk = tabOf(dave);
    LiveClient phone = open(Map.of("token", dave.token()), "polling").connected();
    becomes(CONNECTED, 2);
    becomes(SESSIONS, 2);

    desk.close();

    becomes(CONNECTED, 1);
    becomes(SESSIONS, 1);
    phone.close();
    becomes(CONNECTED, 0);
    becomes(SESSIONS, 0);
  }

  @Test
  void theLagGrowsWithTheAgeOfAnEventThatAnOpenTransactionHoldsBackAndEndsWithIt()
      throws Exception {
    TestUser dave = given.aDeveloper("Dave");
    LiveClient tab = tabOf(dave);
    settle(dave, tab);
    assertThat(lag()).isZero();
    try (Connection forgotten = database.getConnection()) {
      holdsOthersBack(forgotten);
      as(dave, "{\"message\":\"held back\"}").post("/notifications").then().statusCode(201);
      assertThat(lag()).isLessThan(30);

      clock.advance(Duration.ofSeconds(40));

      assertThat(lag()).isBetween(40.0, 70.0);
      assertThat(tab.heard("notification"))
          .noneMatch(sent -> sent.toString().contains("held back"));
      forgotten.rollback();
    }
    tab.awaitEvent("notification", "message", "held back");
    await().atMost(Duration.ofSeconds(10)).until(() -> lag() == 0);
  }

  private static void holdsOthersBack(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("SELECT pg_current_xact_id()");
    }
  }
}

package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A test with people who look at their screens. */
abstract class LiveTest extends HttpTest {

  private final List<LiveClient> clients = new ArrayList<>();

  @AfterEach
  void closeTabs() {
    clients.forEach(LiveClient::close);
    assertThat(LiveDocument.SERVED.takeProblems()).isEmpty();
  }

  /** A connected tab of this user. */
  LiveClient tabOf(TestUser user) {
    return open(Map.of("token", user.token()), "websocket").connected();
  }

  LiveClient open(Map<String, String> auth, String transport) {
    LiveClient client = LiveClient.open(port, auth, transport);
    clients.add(client);
    return client;
  }

  /** Waits until everything that happened so far was delivered to this tab. */
  void settle(TestUser user, LiveClient tab) {
    String mark = "mark " + System.nanoTime();
    as(user, "{\"message\":\"%s\"}".formatted(mark)).post("/notifications").then().statusCode(201);
    tab.awaitEvent("notification", "message", mark);
  }
}

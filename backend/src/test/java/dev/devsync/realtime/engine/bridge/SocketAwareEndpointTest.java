package dev.devsync.realtime.engine.bridge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.realtime.engine.Await;
import dev.devsync.realtime.engine.TestTomcat;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More clients who ask for a socket than are served at a time. */
class SocketAwareEndpointTest {

  private static final int AT_ONCE = 16;
  private static final int WAITING = 40;
  private static final String FOR_SOCKET = "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n";

  private static final String POLL = "GET /socket.io/?EIO=4&transport=polling&sid=1 HTTP/1.1\r\n";
  private static final int CONNECTING = 400 * Runtime.getRuntime().availableProcessors();

  /** Lets nobody connect before it is told to, but answers polls. */
  private static final class SlowServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient CountDownLatch isReleased = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      if (request.getParameter("sid") != null) {
        return;
      }
      asked.incrementAndGet();
      Await.until(() -> isReleased.getCount() == 0);
    }
  }

  private final SlowServlet servlet = new SlowServlet();
  private final TestTomcat tomcat = new TestTomcat(servlet);
  private final List<Socket> clients = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    servlet.isReleased.countDown();
    for (Socket client : clients) {
      client.close();
    }
    tomcat.close();
  }

  private Socket send(String start) throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), tomcat.port());
    clients.add(client);
    client.setSoTimeout(10_000);
    say(client, start);
    return client;
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(US_ASCII));
  }

  private Socket ask(String requestLine) throws IOException {
    return send(requestLine + "Host: localhost\r\n\r\n");
  }

  private static String status(Socket client) throws IOException {
    return new String(client.getInputStream().readNBytes(12), US_ASCII);
  }

  /** Those who are served, and those who wait. */
  private List<Socket> askForMoreThanAreServed() throws IOException {
    List<Socket> asking = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      asking.add(ask(FOR_SOCKET));
    }
    Await.until(() -> servlet.asked.get() == AT_ONCE);
    for (int i = 0; i < WAITING; i++) {
      asking.add(ask(FOR_SOCKET));
    }
    return asking;
  }

  @Test
  void otherRequestsPassThoseThatWait() throws Exception {
    List<Socket> asking = askForMoreThanAreServed();

    assertThat(status(ask("GET /elsewhere HTTP/1.1\r\n"))).isEqualTo("HTTP/1.1 404");
    assertThat(servlet.asked).hasValue(AT_ONCE);

    servlet.isReleased.countDown();
    for (Socket client : asking) {
      assertThat(status(client)).isEqualTo("HTTP/1.1 200");
    }
    assertThat(servlet.asked).hasValue(AT_ONCE + WAITING);
  }

  @Test
  void aConnectionThatIsUsedAgainIsLookedAtAgain() throws Exception {
    Socket reused = ask("HEAD /elsewhere HTTP/1.1\r\n");
    assertThat(status(reused)).isEqualTo("HTTP/1.1 404");
    askForMoreThanAreServed();

    say(reused, FOR_SOCKET + "Host: localhost\r\n\r\n");

    assertThat(status(ask("GET /elsewhere HTTP/1.1\r\n"))).isEqualTo("HTTP/1.1 404");
    assertThat(servlet.asked).hasValue(AT_ONCE);
  }

  @Test
  void whoGivesUpMeanwhileCostsNoTurn() throws Exception {
    List<Socket> asking = askForMoreThanAreServed();
    for (Socket client : asking.subList(AT_ONCE, asking.size())) {
      client.close();
    }
    Socket last = ask(FOR_SOCKET);

    servlet.isReleased.countDown();

    assertThat(status(last)).isEqualTo("HTTP/1.1 200");
    assertThat(servlet.asked).hasValue(AT_ONCE + 1);
  }

  @Test
  void aRequestThatComesInPiecesIsServed() throws Exception {
    servlet.isReleased.countDown();
    Socket client = send("GET /soc");
    Await.until(() -> status(ask("GET /elsewhere HTTP/1.1\r\n")).equals("HTTP/1.1 404"));
    say(client, "ket.io/ HTTP/1.1\r\nHost: local");
    Await.until(() -> status(ask("GET /elsewhere HTTP/1.1\r\n")).equals("HTTP/1.1 404"));
    say(client, "host\r\n\r\n");

    assertThat(status(client)).isEqualTo("HTTP/1.1 200");
  }

  @Test
  void thePollsOfThoseWhoAreConnectedPassThoseWhoWait() throws Exception {
    askForMoreThanAreServed();

    assertThat(status(ask(POLL))).isEqualTo("HTTP/1.1 200");
    assertThat(servlet.asked).hasValue(AT_ONCE);
  }

  @Test
  void aCrowdConnectsAtAPaceWhileOthersAskForSomethingElse() throws Exception {
    servlet.isReleased.countDown();
    timeOfACrowd(i -> {});

    assertThat(timeOfACrowd(this::askForSomethingElseFromTimeToTime))
        .isGreaterThan(Duration.ofMillis(1_800));
  }

  private interface Meanwhile {
    void act(int i) throws IOException;
  }

  private Duration timeOfACrowd(Meanwhile meanwhile) throws IOException {
    List<Socket> crowd = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < CONNECTING; i++) {
      meanwhile.act(i);
      crowd.add(ask(FOR_SOCKET));
    }
    for (int i = 0; i < CONNECTING; i++) {
      meanwhile.act(i);
      assertThat(status(crowd.get(i))).isEqualTo("HTTP/1.1 200");
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void askForSomethingElseFromTimeToTime(int i) throws IOException {
    if (i % 20 == 0) {
      assertThat(status(ask("GET /elsewhere HTTP/1.1\r\n"))).isEqualTo("HTTP/1.1 404");
    }
  }
}

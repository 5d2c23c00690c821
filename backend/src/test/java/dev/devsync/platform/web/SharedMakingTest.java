package dev.devsync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.mock.http.MockHttpOutputMessage;
import org.springframework.mock.web.MockHttpServletRequest;

/** Several clients ask for the same answer at the same time. */
class SharedMakingTest {

  private static final String KEY = "the same for all";

  private final LongAnswers answers = new LongAnswers(new MockHttpServletRequest());
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger made = new AtomicInteger();

  @AfterEach
  void release() {
    released.countDown();
    clients.close();
  }

  private void write(OutputStream output, byte[] bytes) throws IOException {
    made.incrementAndGet();
    output.write(bytes);
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aSlowClientKeepsNobodyWaitingWhoAskedForTheSameLongAnswer() throws Exception {
    byte[] tooLongToKeep = new byte[6 << 20];
    new Random(1).nextBytes(tooLongToKeep);
    clients.submit(
        () -> {
          answers.send(new SlowClient(), KEY, output -> write(output, tooLongToKeep));
          return null;
        });
    await().until(() -> made.get() == 1);

    MockHttpOutputMessage quick = new MockHttpOutputMessage();
    answers.send(quick, KEY, output -> write(output, tooLongToKeep));

    assertThat(quick.getBodyAsBytes()).isEqualTo(tooLongToKeep);
    assertThat(made).hasValue(2);
  }

  @Test
  void whoWaitsForAnAnswerThatFailsIsToldTheSameAndTheNextMakesItAnew() throws Exception {
    IllegalStateException away = new IllegalStateException("the database is away");
    Future<?> first =
        clients.submit(
            () -> {
              answers.send(
                  new MockHttpOutputMessage(),
                  KEY,
                  output -> {
                    made.incrementAndGet();
                    awaitRelease();
                    throw away;
                  });
              return null;
            });
    await().until(() -> made.get() == 1);
    FutureTask<?> second =
        new FutureTask<>(
            () -> {
              answers.send(new MockHttpOutputMessage(), KEY, output -> write(output, new byte[1]));
              return null;
            });
    Thread waiting = Thread.ofPlatform().start(second);
    await().until(() -> waiting.getState() == Thread.State.WAITING);
    released.countDown();

    assertThatThrownBy(first::get).hasCause(away);
    assertThatThrownBy(second::get).hasRootCause(away);
    assertThat(made).hasValue(1);
    MockHttpOutputMessage next = new MockHttpOutputMessage();
    answers.send(next, KEY, output -> write(output, new byte[] {'x'}));
    assertThat(next.getBodyAsString()).isEqualTo("x");
  }

  /** Takes the headers, and reads nothing until it is released. */
  private final class SlowClient implements HttpOutputMessage {

    private final MockHttpOutputMessage message = new MockHttpOutputMessage();

    @Override
    public HttpHeaders getHeaders() {
      return message.getHeaders();
    }

    @Override
    public OutputStream getBody() throws IOException {
      awaitRelease();
      return message.getBody();
    }
  }
}

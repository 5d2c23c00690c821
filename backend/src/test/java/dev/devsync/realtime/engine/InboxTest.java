package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {

  @Test
  void anErrorEndsOnePieceOfWorkAndNoneAfterIt() {
    List<String> done = new ArrayList<>();
    Inbox inbox = new Inbox(Runnable::run, 100);

    inbox.submit(
        () -> {
          throw new StackOverflowError("too deep");
        });
    inbox.submit(() -> done.add("next"));

    assertThat(done).containsExactly("next");
    assertThat(inbox.isIdle()).isTrue();
  }
}

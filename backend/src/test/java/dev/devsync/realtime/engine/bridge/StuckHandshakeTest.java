package dev.devsync.realtime.engine.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.corundumstudio.socketio.handler.ClientHead;
import dev.devsync.realtime.engine.Await;
import dev.devsync.realtime.engine.transport.CloseReason;
import dev.devsync.realtime.engine.transport.EngineSession;
import dev.devsync.realtime.engine.transport.SessionListener;
import dev.devsync.realtime.engine.transport.TransportServer;
import dev.devsync.realtime.engine.transport.TransportSettings;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Clients whose connection takes nothing, not even the answer to their handshake. */
class StuckHandshakeTest {

  private static final int CLIENTS = 30;
  private static final int PAYLOAD = 1_000_000;

  private final BlockingQueue<EngineSession> opened = new LinkedBlockingQueue<>();
  private final List<WeakReference<ClientHead>> heads = new ArrayList<>();
  private final TransportServer server = new TransportServer(settings(), this::accept);

  private static final class StuckSink implements ServletChannel.Sink {

    @Override
    public boolean isReady() {
      return false;
    }

    @Override
    public void write(ByteBuf buffer) throws IOException {
      throw new IOException("Not ready");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static TransportSettings settings() {
    Duration minute = Duration.ofMinutes(1);
    return new TransportSettings(
        minute, minute, minute, PAYLOAD, 100, PAYLOAD, 1 << 27, origin -> true);
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void areForgottenWithTheirSession() throws Exception {
    for (int i = 0; i < CLIENTS; i++) {
      openInVain().close(CloseReason.NOT_CONNECTED);
    }

    assertThat(server.sessionCount()).isZero();
    assertThat(heads).hasSize(CLIENTS);
    // The newest connection may still be remembered, whatever has become of it.
    Await.until(() -> uncollected() <= 1);
  }

  private EngineSession openInVain() throws InterruptedException {
    MockHttpServletRequest request = handshake();
    ServletChannel channel = new ServletChannel(request, new StuckSink());
    server.adopt(channel);
    CountDownLatch isRead = new CountDownLatch(1);
    channel.receive(EngineRequests.of(request, new byte[0]), isRead::countDown);
    assertThat(isRead.await(5, TimeUnit.SECONDS)).isTrue();
    heads.add(new WeakReference<>(channel.attr(ClientHead.CLIENT).get()));
    EngineSession session = opened.poll(5, TimeUnit.SECONDS);
    assertThat(session).isNotNull();
    return session;
  }

  private static MockHttpServletRequest handshake() {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/socket.io/");
    request.setQueryString("EIO=4&transport=websocket");
    request.addHeader("Host", "localhost");
    request.addHeader("Connection", "Upgrade");
    request.addHeader("Upgrade", "websocket");
    request.addHeader("Sec-WebSocket-Version", "13");
    request.addHeader("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==");
    return request;
  }

  private SessionListener accept(EngineSession session) {
    opened.add(session);
    return new SessionListener() {
      @Override
      public void onMessage(String message) {}

      @Override
      public void onBinary() {}

      @Override
      public void onClose(CloseReason reason) {}
    };
  }

  private long uncollected() {
    System.gc();
    return heads.stream().filter(head -> head.get() != null).count();
  }
}

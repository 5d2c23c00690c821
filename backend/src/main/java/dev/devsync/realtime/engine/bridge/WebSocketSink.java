package dev.devsync.realtime.engine.bridge;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the engine's answer to a handshake; then holds everything back until Tomcat has switched
 * protocols, and from there on writes to the client without blocking.
 */
final class WebSocketSink implements ServletChannel.Sink {

  private static final Logger log = LoggerFactory.getLogger(WebSocketSink.class);
  private static final long HANDSHAKE_SECONDS = 5;

  private final CompletableFuture<EngineResponse> answer = new CompletableFuture<>();
  private final ByteArrayOutputStream head = new ByteArrayOutputStream(256);
  private @Nullable SocketWrapperBase<?> client;
  private boolean isBlocked;
  private boolean isClosed;

  /** Waits for the answer to the handshake; that of a broken engine is 503. */
  EngineResponse awaitAnswer() {
    return answer
        .completeOnTimeout(PlainAnswer.UNAVAILABLE.response(), HANDSHAKE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** Tomcat has switched protocols; on the event loop. */
  void open(SocketWrapperBase<?> wrapper) {
    client = wrapper;
    if (isClosed) {
      stop(wrapper);
    }
  }

  @Override
  public boolean isReady() {
    return !isClosed && (client == null ? !answer.isDone() : !isBlocked);
  }

  @Override
  public void write(ByteBuf buffer) throws IOException {
    if (client != null) {
      client.write(false, buffer.nioBuffer());
      return;
    }
    buffer.getBytes(buffer.readerIndex(), head, buffer.readableBytes());
    EngineResponse response = EngineResponse.parse(head.toByteArray());
    if (response.status() == EngineResponse.SWITCHING_PROTOCOLS) {
      answer.complete(response);
    }
  }

  /** Also called when Tomcat can write again. */
  @Override
  public void flush() throws IOException {
    if (client != null && !isClosed) {
      isBlocked = client.flush(false);
      if (isBlocked) {
        client.registerWriteInterest();
      }
    }
  }

  @Override
  public void close() {
    answer.complete(EngineResponse.parse(head.toByteArray()));
    try {
      flush();
    } catch (IOException alreadyBroken) {
      log.trace("Nothing more can be said", alreadyBroken);
    }
    isClosed = true;
    if (client != null) {
      stop(client);
    }
  }

  /** On a thread of Tomcat, which tidies up after what it closes itself. */
  private static void stop(SocketWrapperBase<?> client) {
    client.processSocket(SocketEvent.STOP, true);
  }
}

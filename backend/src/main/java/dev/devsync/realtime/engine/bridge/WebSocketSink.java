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

  /** As much as fits into Tomcat's own buffer; of what is more it would keep a copy. */
  private static final int CHUNK = 8192;

  private final CompletableFuture<EngineResponse> answer = new CompletableFuture<>();
  private final ByteArrayOutputStream head = new ByteArrayOutputStream(256);
  private @Nullable SocketWrapperBase<?> client;
  private int unflushed;
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
      writeChunks(client, buffer);
      return;
    }
    buffer.readBytes(head, buffer.readableBytes());
    EngineResponse response = EngineResponse.parse(head.toByteArray());
    if (response.status() == EngineResponse.SWITCHING_PROTOCOLS) {
      answer.complete(response);
    }
  }

  /**
   * A crowd is sent the same large event. What a client does not take yet stays in the buffer that
   * all of them share, and is not copied for each.
   */
  private void writeChunks(SocketWrapperBase<?> to, ByteBuf buffer) throws IOException {
    while (buffer.isReadable() && !isBlocked) {
      int size = Math.min(buffer.readableBytes(), CHUNK - unflushed);
      to.write(false, buffer.nioBuffer(buffer.readerIndex(), size));
      buffer.skipBytes(size);
      unflushed += size;
      if (unflushed == CHUNK) {
        flush();
      }
    }
  }

  /** Also called when Tomcat can write again. */
  @Override
  public void flush() throws IOException {
    if (client != null && !isClosed) {
      unflushed = 0;
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

package dev.devsync.realtime.engine.bridge;

import io.netty.buffer.ByteBuf;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One polling request: collects the engine's answer and sends it when the engine closes. */
final class PollingExchange implements ServletChannel.Sink {

  private static final Logger log = LoggerFactory.getLogger(PollingExchange.class);

  private final AsyncContext context;
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream(512);
  private final CompletableFuture<Void> loss = new CompletableFuture<>();

  PollingExchange(AsyncContext context) {
    this.context = context;
  }

  /** Completed when the connection turns out to be broken while the answer is written. */
  CompletableFuture<Void> loss() {
    return loss;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void write(ByteBuf buffer) throws IOException {
    buffer.readBytes(answer, buffer.readableBytes());
  }

  @Override
  public void flush() {
    // Sent as a whole on close.
  }

  @Override
  public void close() {
    Thread.ofVirtual().name("socket-poll").start(this::respond);
  }

  private void respond() {
    try {
      HttpServletResponse response = (HttpServletResponse) context.getResponse();
      EngineResponse.parse(answer.toByteArray()).sendTo(response);
      response.flushBuffer();
    } catch (IOException | IllegalStateException clientGone) {
      // The latter if Tomcat has noticed it first and ended the request by itself.
      log.debug("A polling answer could not be sent: {}", clientGone.toString());
      loss.complete(null);
    } finally {
      complete();
    }
  }

  private void complete() {
    try {
      context.complete();
    } catch (IllegalStateException ended) {
      log.trace("Tomcat has done so itself, as the connection is broken", ended);
    }
  }
}

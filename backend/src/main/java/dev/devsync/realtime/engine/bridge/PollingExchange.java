package dev.devsync.realtime.engine.bridge;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One polling request, handed to the engine on a connection of its own. */
final class PollingExchange implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(PollingExchange.class);

  /** More than the engine ever holds a poll. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final AsyncContext context;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final InetSocketAddress engine;
  private final int maxPayload;

  PollingExchange(AsyncContext context, InetSocketAddress engine, int maxPayload) {
    this.context = context;
    this.request = (HttpServletRequest) context.getRequest();
    this.response = (HttpServletResponse) context.getResponse();
    this.engine = engine;
    this.maxPayload = maxPayload;
  }

  @Override
  public void run() {
    try {
      exchange();
    } catch (IOException broken) {
      log.debug("A polling request broke: {}", broken.toString());
    } finally {
      context.complete();
    }
  }

  private void exchange() throws IOException {
    byte[] body = request.getInputStream().readNBytes(maxPayload + 1);
    if (body.length > maxPayload) {
      PlainAnswer.TOO_LARGE.write(response);
      return;
    }
    try (InternalConnection connection = InternalConnection.open(engine)) {
      ResponseHead head = ask(connection, body);
      head.copyTo(response);
      OutputStream out = response.getOutputStream();
      while (connection.transferTo(out::write)) {
        log.trace("Part of an answer handed on");
      }
    }
  }

  private ResponseHead ask(InternalConnection connection, byte[] body) throws IOException {
    try {
      connection.limitSilence(LONGEST_WAIT);
      connection.send(RequestHead.ofPolling(request, body.length));
      connection.send(body);
      return connection.readHead();
    } catch (IOException engineGone) {
      PlainAnswer.UNAVAILABLE.write(response);
      throw engineGone;
    }
  }
}

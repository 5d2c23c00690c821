package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.transport.CloseReason;
import dev.devsync.realtime.engine.transport.MisbehaviourLog;
import dev.devsync.realtime.engine.transport.ProtocolViolation;
import dev.devsync.realtime.engine.transport.SessionListener;
import dev.devsync.realtime.engine.transport.StreamLink;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Speaks JSON with one program over a plain WebSocket: every message is an object with an {@code
 * action}, and is answered under the {@code id} it carries. Rate, queue and order are those of
 * Socket.IO clients.
 */
final class StreamConnection implements SessionListener {

  private static final Logger log = LoggerFactory.getLogger(StreamConnection.class);
  private static final int INBOX_LIMIT = 1_000_000;

  private final StreamLink link;
  private final StreamSession session;
  private final SocketHandler handler;
  private final SocketRuntime runtime;
  private final Inbox inbox;
  private final EventRate rate;
  private final MisbehaviourLog misbehaviour;

  private StreamConnection(
      StreamLink link,
      StreamSession session,
      SocketHandler handler,
      SocketRuntime runtime,
      MisbehaviourLog misbehaviour) {
    this.misbehaviour = misbehaviour;
    this.link = link;
    this.session = session;
    this.handler = handler;
    this.runtime = runtime;
    this.inbox = new Inbox(runtime.workers(), INBOX_LIMIT);
    this.rate = new EventRate(runtime.settings().eventsPerSecond());
  }

  static StreamConnection open(
      StreamLink link,
      Object principal,
      String address,
      SocketHandler handler,
      SocketRuntime runtime,
      MisbehaviourLog misbehaviour) {
    StreamSession session = new StreamSession(principal, address, link, runtime.encoder());
    StreamConnection connection =
        new StreamConnection(link, session, handler, runtime, misbehaviour);
    connection.inbox.submit(connection::begin);
    return connection;
  }

  private void begin() {
    try {
      handler.onConnected(session);
    } catch (RuntimeException | Error failure) {
      log.error("A stream could not be opened", failure);
      link.close(CloseReason.SERVER_CLOSE);
    }
  }

  @Override
  public void onMessage(String message) {
    boolean isTaken =
        rate.accepts(System.nanoTime()) && inbox.offer(() -> handle(message), message.length());
    if (!isTaken) {
      misbehaviour.note(MisbehaviourLog.Kind.FLOOD, session.address());
      answer(MissingNode.getInstance(), Rejection.of("Rate limit exceeded"));
    }
  }

  @Override
  public void onBinary() throws ProtocolViolation {
    throw new ProtocolViolation("Unexpected binary message");
  }

  @Override
  public void onClose(CloseReason reason) {
    log.debug("Stream ended: {}", reason);
    misbehaviour.ended(reason, session.address());
    inbox.submit(() -> handler.onClosed(session));
  }

  private void handle(String message) {
    JsonNode body = runtime.payloads().message(message);
    JsonNode action = body.path("action");
    if (!action.isString()) {
      answer(body.path("id"), Rejection.of("Invalid payload"));
      return;
    }
    Ack ack = values -> answer(body.path("id"), values[0]);
    try {
      handler.onEvent(session, new SocketEvent(action.stringValue(), List.of(body), ack));
    } catch (RuntimeException | Error failure) {
      log.error("A message could not be handled", failure);
      ack.send(Rejection.of("Internal server error"));
    }
  }

  private void answer(JsonNode id, Object answer) {
    link.send(runtime.encoder().answer(id, answer));
  }
}

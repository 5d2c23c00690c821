package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.transport.CloseReason;
import dev.devsync.realtime.engine.transport.EngineSession;
import dev.devsync.realtime.engine.transport.ProtocolViolation;
import dev.devsync.realtime.engine.transport.SessionListener;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Speaks Socket.IO with one client. Packets are checked on the network thread and handled one after
 * the other in the inbox, which alone begins and ends the {@code session}.
 */
final class SocketConnection implements SessionListener {

  private static final Logger log = LoggerFactory.getLogger(SocketConnection.class);
  private static final int INBOX_LIMIT = 2_000_000;

  private final EngineSession transport;
  private final SocketRuntime runtime;
  private final Inbox inbox;
  private final EventRate rate;
  private int attachmentsToSkip;
  private volatile boolean isOver;

  private volatile @Nullable SocketIoSession session;
  private volatile Future<?> deadline;

  SocketConnection(EngineSession transport, SocketRuntime runtime) {
    this.transport = transport;
    this.runtime = runtime;
    this.inbox = new Inbox(runtime.workers(), INBOX_LIMIT);
    this.rate = new EventRate(runtime.settings().eventsPerSecond());
    this.deadline = startDeadline();
  }

  private Future<?> startDeadline() {
    long millis = runtime.settings().connectTimeout().toMillis();
    return runtime.deadlines().schedule(this::expire, millis, TimeUnit.MILLISECONDS);
  }

  private void expire() {
    if (session != null) {
      return;
    }
    if (inbox.isIdle()) {
      transport.close(CloseReason.NOT_CONNECTED);
    } else {
      // It has said something, and many others are before it.
      deadline = runtime.deadlines().schedule(this::expire, 1, TimeUnit.SECONDS);
    }
  }

  @Override
  public void onMessage(String message) throws ProtocolViolation {
    if (attachmentsToSkip > 0) {
      throw new ProtocolViolation("Attachment missing");
    }
    SocketPacket packet = SocketPacket.parse(message);
    attachmentsToSkip = packet.attachments();
    boolean isTaken =
        rate.accepts(System.nanoTime()) && inbox.offer(() -> handle(packet), message.length());
    if (isTaken) {
      return;
    }
    transport.flooded();
    if (!packet.isEvent()) {
      throw new ProtocolViolation("Too many packets");
    }
    ackOf(packet).send(Rejection.of("Rate limit exceeded"));
  }

  /** Binary is not supported: the event was refused, its attachments are passed over. */
  @Override
  public void onBinary() throws ProtocolViolation {
    if (attachmentsToSkip == 0) {
      throw new ProtocolViolation("Unexpected binary message");
    }
    attachmentsToSkip--;
  }

  @Override
  public void onClose(CloseReason reason) {
    isOver = true;
    log.debug("Session ended: {}", reason);
    inbox.submit(
        () -> {
          deadline.cancel(false);
          endSession();
        });
  }

  private void handle(SocketPacket packet) {
    if (isOver) {
      return;
    }
    try {
      switch (packet.type()) {
        case CONNECT -> connect(packet);
        case DISCONNECT -> disconnect(packet);
        default -> receive(packet);
      }
    } catch (ProtocolViolation violation) {
      log.debug("Session closed: {}", violation.getMessage());
      transport.close(CloseReason.PROTOCOL_VIOLATION);
    } catch (RuntimeException | Error failure) {
      log.error("A client's packet could not be handled", failure);
      transport.close(CloseReason.SERVER_CLOSE);
    }
  }

  private void connect(SocketPacket packet) throws ProtocolViolation {
    if (!packet.isInMainNamespace()) {
      transport.send(runtime.encoder().unknownNamespace(packet.namespace()));
      return;
    }
    if (session != null) {
      throw new ProtocolViolation("Already connected");
    }
    JsonNode auth = runtime.payloads().auth(packet);
    switch (runtime.gate().decide(auth, transport.handshake())) {
      case Admission.Accepted accepted -> admit(accepted.principal());
      case Admission.Refused refused ->
          transport.send(runtime.encoder().refused(refused.message(), refused.data()));
    }
  }

  private void admit(Object principal) {
    deadline.cancel(false);
    SocketIoSession admitted = new SocketIoSession(principal, transport, runtime.encoder());
    session = admitted;
    transport.send(runtime.encoder().connected(admitted.id()));
    runtime.handler().onConnected(admitted);
  }

  private void disconnect(SocketPacket packet) throws ProtocolViolation {
    requireSession(packet);
    endSession();
    deadline = startDeadline();
  }

  private void endSession() {
    SocketIoSession ended = session;
    if (ended != null) {
      session = null;
      ended.end();
      runtime.handler().onClosed(ended);
    }
  }

  private void receive(SocketPacket packet) throws ProtocolViolation {
    SocketSession sender = requireSession(packet);
    Ack ack = ackOf(packet);
    switch (packet.type()) {
      case EVENT -> dispatch(sender, runtime.payloads().event(packet, ack));
      case BINARY_EVENT -> ack.send(Rejection.of("Binary data is not supported"));
      default -> log.trace("The server asks for no acknowledgements; one was ignored");
    }
  }

  private void dispatch(SocketSession sender, SocketEvent event) {
    try {
      runtime.handler().onEvent(sender, event);
    } catch (RuntimeException | Error failure) {
      log.error("An event could not be handled", failure);
      event.ack().send(Rejection.of("Internal server error"));
    }
  }

  private SocketSession requireSession(SocketPacket packet) throws ProtocolViolation {
    if (session == null || !packet.isInMainNamespace()) {
      throw new ProtocolViolation("Not connected");
    }
    return session;
  }

  private Ack ackOf(SocketPacket packet) {
    if (!packet.wantsAck()) {
      return Ack.NONE;
    }
    AtomicBoolean isSent = new AtomicBoolean();
    return values -> {
      if (isSent.compareAndSet(false, true)) {
        transport.send(runtime.encoder().ack(packet.ackId(), values));
      }
    };
  }
}

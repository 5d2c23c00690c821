package dev.devsync.realtime.engine.transport;

import com.corundumstudio.socketio.handler.ClientHead;
import com.corundumstudio.socketio.namespace.Namespace;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The open sessions of this server. */
final class SessionRegistry {

  private final Map<UUID, EngineSession> sessions = new ConcurrentHashMap<>();
  private final TransportSettings settings;
  private final WaitingBytes everybodys;
  private final MisbehaviourLog misbehaviour;
  private final Namespace namespace;
  private final SessionListener.Acceptor acceptor;
  private final Farewells farewells = new Farewells();
  private volatile boolean isAccepting = true;

  SessionRegistry(
      TransportSettings settings,
      WaitingBytes everybodys,
      MisbehaviourLog misbehaviour,
      Namespace namespace,
      SessionListener.Acceptor acceptor) {
    this.settings = settings;
    this.everybodys = everybodys;
    this.misbehaviour = misbehaviour;
    this.namespace = namespace;
    this.acceptor = acceptor;
    namespace.addDisconnectListener(client -> endedByLibrary(client.getSessionId()));
  }

  /** Starts the session of a client that netty-socketio has just let in. */
  void open(ClientHead head, Handshake handshake, @Nullable String stamp) {
    Outlet outlet = new Outlet(settings.maxOutboundBytes(), everybodys, stamp);
    EngineSession session =
        new EngineSession(head, handshake, outlet, acceptor, misbehaviour, this::end);
    sessions.put(head.getSessionId(), session);
  }

  Optional<EngineSession> find(UUID id) {
    return Optional.ofNullable(sessions.get(id));
  }

  boolean hasRoom() {
    return isAccepting && sessions.size() < settings.maxSessions();
  }

  int size() {
    return sessions.size();
  }

  /** Ends all sessions; no new ones are let in. */
  void drain() {
    isAccepting = false;
    List.copyOf(sessions.values()).forEach(each -> each.close(CloseReason.SERVER_STOPPING));
  }

  private void endedByLibrary(UUID id) {
    find(id)
        .ifPresent(
            session ->
                session.close(
                    session.isSilentFor(settings.silenceLimit())
                        ? CloseReason.PING_TIMEOUT
                        : CloseReason.TRANSPORT_CLOSE));
  }

  /**
   * Lets the library forget the client. It does so only for clients that are in a namespace, which
   * one that vanished during the handshake never was.
   */
  private void end(EngineSession session, CloseReason reason) {
    ClientHead head = session.head();
    if (reason == CloseReason.CLIENT_CLOSE && session.outlet().owesPoll()) {
      farewells.expect(session.id());
    }
    sessions.remove(session.id());
    if (head.getChildClient(namespace) == null) {
      head.addNamespaceClient(namespace);
    }
    head.onChannelDisconnect();
  }

  /** Answers a poll whose session is gone: kindly if the client's own goodbye overtook it. */
  void answerLatePoll(Channel channel, UUID id) {
    if (farewells.take(id)) {
      HttpAnswers.poll(channel, EnginePackets.NOOP);
    } else {
      HttpAnswers.refuse(channel, Refusal.UNKNOWN_SESSION);
    }
  }
}

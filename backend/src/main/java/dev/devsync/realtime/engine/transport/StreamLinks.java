package dev.devsync.realtime.engine.transport;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The open plain WebSockets of this server. */
final class StreamLinks {

  private final Set<StreamLink> links = ConcurrentHashMap.newKeySet();
  private final TransportSettings settings;
  private final WaitingBytes everybodys;
  private volatile boolean isAccepting = true;

  StreamLinks(TransportSettings settings, WaitingBytes everybodys) {
    this.settings = settings;
    this.everybodys = everybodys;
  }

  boolean hasRoom() {
    return isAccepting && links.size() < settings.maxSessions();
  }

  StreamLink open(Function<StreamLink, SessionListener> acceptor) {
    StreamLink link =
        new StreamLink(settings.maxOutboundBytes(), everybodys, acceptor, links::remove);
    links.add(link);
    return link;
  }

  int size() {
    return links.size();
  }

  /** Ends all; no new ones are let in. */
  void drain() {
    isAccepting = false;
    List.copyOf(links).forEach(link -> link.close(CloseReason.SERVER_STOPPING));
  }
}

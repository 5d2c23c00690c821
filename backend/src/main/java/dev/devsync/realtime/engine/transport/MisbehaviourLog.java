package dev.devsync.realtime.engine.transport;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators what clients do wrong: of each kind one line a minute, however much there is. */
public final class MisbehaviourLog {

  private static final Logger log = LoggerFactory.getLogger(MisbehaviourLog.class);
  private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** What clients do wrong. */
  public enum Kind {
    VIOLATION("broke the protocol"),
    BAD_FRAME("sent a broken or oversized frame"),
    OVERSIZED("sent an oversized request"),
    FLOOD("sent too many messages"),
    SLOW("did not read what it was sent");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private record Told(long at, long untold) {}

  private final Map<Kind, Told> told = new EnumMap<>(Kind.class);

  /** Notes that a client at this address has done it. */
  public synchronized void note(Kind kind, String address) {
    long now = System.nanoTime();
    Told last = told.get(kind);
    if (last != null && now - last.at() < PAUSE_NANOS) {
      told.put(kind, new Told(last.at(), last.untold() + 1));
      return;
    }
    log.info(
        "A client {}: {}; {} more since the last such line",
        kind.words,
        address,
        last == null ? 0 : last.untold());
    told.put(kind, new Told(now, 0));
  }

  /** The same for the end of a connection, if that is the client's fault. */
  public void ended(CloseReason reason, String address) {
    if (reason == CloseReason.PROTOCOL_VIOLATION) {
      note(Kind.VIOLATION, address);
    } else if (reason == CloseReason.SLOW_CLIENT) {
      note(Kind.SLOW, address);
    }
  }
}

package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.security.TokenClaims;
import dev.devsync.platform.security.TokenType;
import dev.devsync.realtime.engine.EncodedEvent;
import dev.devsync.realtime.engine.SocketEncoder;
import dev.devsync.realtime.engine.SocketSession;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What one socket is sent when it enters and leaves rooms while events arrive. */
class LiveSessionTest {

  private static final Room APOLLO = Room.project(1);
  private static final Room LANDING = Room.task(2);

  private final SocketEncoder encoder = new SocketEncoder(new JsonMapper());
  private final Map<EncodedEvent, Long> numbers = new HashMap<>();
  private final List<LiveEvent> all = new ArrayList<>();
  private final Wire wire = new Wire();
  private final LiveSession session = session();

  /** Remembers what was sent. */
  private final class Wire implements SocketSession {

    private final List<Long> sent = new ArrayList<>();

    @Override
    public String id() {
      return "wire";
    }

    @Override
    public <T> T principal(Class<T> type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String address() {
      return "127.0.0.1";
    }

    @Override
    public String userAgent() {
      return "test";
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void send(EncodedEvent event) {
      sent.add(numbers.get(event));
    }

    @Override
    public void send(String name, Object... arguments) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void closeTransport() {
      throw new UnsupportedOperationException();
    }
  }

  private LiveSession session() {
    TokenClaims claims =
        new TokenClaims(
            TokenType.ACCESS,
            1,
            Role.DEVELOPER,
            UUID.randomUUID(),
            null,
            Instant.EPOCH,
            Instant.MAX);
    Visitor visitor = new Visitor(1, "Dave", Role.DEVELOPER, claims, null, Set.of());
    return new LiveSession(wire, visitor, 0, true, Clock.systemUTC());
  }

  @BeforeEach
  void resume() {
    session.resumeFrom(at(0));
  }

  private static Position at(long seq) {
    return new Position(1, seq);
  }

  /** The next event, told to the session as well. */
  private void happens(Room... rooms) {
    session.deliver(written(rooms));
  }

  private LiveEvent written(Room... rooms) {
    long seq = all.size() + 1L;
    LiveEvent event = new LiveEvent(at(seq), Set.of(rooms), encoder.event("news", seq));
    numbers.put(event.encoded(), seq);
    all.add(event);
    return event;
  }

  private Position enter(Room room) {
    return session.enter(Set.of(room), () -> {}, () -> at(all.size()));
  }

  private void catchUp(Room room, Position now) {
    List<LiveEvent> past = all.stream().filter(event -> !event.at().isAfter(now)).toList();
    session.catchUp(Set.of(room), at(0), now, past);
    session.release();
  }

  private void join(Room room) {
    catchUp(room, enter(room));
  }

  private void joinInVain(Room room, Runnable meanwhile) {
    enter(room);
    meanwhile.run();
    session.leave(room);
    session.release();
  }

  @Test
  void anEventThatWaitedInVainIsSentWhenTheRoomIsJoinedAfterAll() {
    joinInVain(APOLLO, () -> happens(APOLLO));
    assertThat(wire.sent).isEmpty();

    join(APOLLO);

    assertThat(wire.sent).containsExactly(1L);
  }

  @Test
  void whatWasSentBeforeIsNotRepeatedAfterJoiningInVain() {
    join(APOLLO);
    happens(APOLLO);
    session.leave(APOLLO);
    joinInVain(APOLLO, () -> happens(APOLLO));

    join(APOLLO);

    assertThat(wire.sent).containsExactly(1L, 2L);
  }

  @Test
  void anEventOfARoomThatIsLostWhileAnotherIsJoinedIsSentOnItsReturn() {
    join(LANDING);
    Position now = enter(APOLLO);
    happens(LANDING);
    session.leave(LANDING);
    catchUp(APOLLO, now);
    assertThat(wire.sent).isEmpty();

    join(LANDING);

    assertThat(wire.sent).containsExactly(1L);
  }

  @Test
  void anEventOnItsWayToOneRoomIsNotTakenForSentByCatchingUpInAnother() {
    join(LANDING);
    LiveEvent onItsWay = written(LANDING);
    join(APOLLO);
    session.leave(LANDING);
    session.deliver(onItsWay);
    assertThat(wire.sent).isEmpty();

    join(LANDING);

    assertThat(wire.sent).containsExactly(1L);
  }

  @Test
  void anEventOfTwoRoomsIsSentOnceHoweverTheyAreLeftAndJoined() {
    join(LANDING);
    happens(LANDING, APOLLO);
    join(APOLLO);
    session.leave(LANDING);
    join(LANDING);
    session.leave(APOLLO);
    session.leave(LANDING);
    join(APOLLO);

    assertThat(wire.sent).containsExactly(1L);
  }

  @Test
  void anEventThatIsJustBeingSentToTheRoomIsNotSentAgainAfterCatchingUp() {
    LiveEvent onItsWay = written(APOLLO);
    join(APOLLO);

    session.deliver(onItsWay);
    happens(APOLLO);

    assertThat(wire.sent).containsExactly(1L, 2L);
  }

  @Test
  void anEventThatIsJustBeingSentToTwoRoomsIsSentOnceByOneOfThem() {
    join(LANDING);
    LiveEvent onItsWay = written(LANDING, APOLLO);
    join(APOLLO);

    session.deliver(onItsWay);

    assertThat(wire.sent).containsExactly(1L);
  }

  @Test
  void anEventThatWaitedInVainIsGivenOnlyOnceHoweverOftenTheRoomIsLeft() {
    joinInVain(APOLLO, () -> happens(APOLLO));
    join(APOLLO);
    session.leave(APOLLO);

    join(APOLLO);

    assertThat(wire.sent).containsExactly(1L);
  }
}

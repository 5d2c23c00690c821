package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.realtime.engine.SocketEncoder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TimelineTest {

  private final SocketEncoder encoder = new SocketEncoder(new JsonMapper());
  private final Timeline timeline = new Timeline(3);

  private static Position at(long seq) {
    return new Position(1, seq);
  }

  private List<LiveEvent> event(long seq, int length) {
    return List.of(
        new LiveEvent(at(seq), Set.of(Room.user(1)), encoder.event("news", "x".repeat(length))));
  }

  @Test
  void whatLiesBetweenTwoPlacesComesInOrder() {
    timeline.startAt(at(0), at(0));
    for (long seq = 1; seq <= 3; seq++) {
      timeline.add(at(seq), event(seq, 1));
    }

    assertThat(timeline.between(at(1), at(3)).stream().map(e -> e.at().seq()))
        .containsExactly(2L, 3L);
    assertThat(timeline.position()).isEqualTo(at(3));
    assertThat(timeline.find(2)).contains(at(2));
  }

  @Test
  void onlyTheLastRowsAreKept() {
    timeline.startAt(at(0), at(0));
    for (long seq = 1; seq <= 4; seq++) {
      timeline.add(at(seq), event(seq, 1));
    }

    assertThat(timeline.reachesBackTo(at(1))).isTrue();
    assertThat(timeline.reachesBackTo(at(0))).isFalse();
    assertThat(timeline.find(1)).isEmpty();
  }

  @Test
  void largeEventsAreKeptForAShorterTime() {
    timeline.startAt(at(0), at(0));
    timeline.add(at(1), event(1, 3_000_000));
    timeline.add(at(2), event(2, 3_000_000));

    assertThat(timeline.reachesBackTo(at(0))).isFalse();
    assertThat(timeline.reachesBackTo(at(1))).isTrue();
  }

  @Test
  void whatWasBeforeTheStartIsKnownAsFarAsItWasRead() {
    timeline.startAt(at(5), at(8));
    timeline.addPast(at(6), event(6, 1));

    assertThat(timeline.position()).isEqualTo(at(8));
    assertThat(timeline.reachesBackTo(at(5))).isTrue();
    assertThat(timeline.reachesBackTo(at(4))).isFalse();
  }

  @Test
  void rowsThatNobodyIsToldOfTakeNobodysPlace() {
    timeline.startAt(at(0), at(0));
    timeline.add(at(1), event(1, 1));
    for (long seq = 2; seq <= 10; seq++) {
      timeline.add(at(seq), List.of());
    }
    timeline.add(at(11), event(11, 1));

    assertThat(timeline.reachesBackTo(at(0))).isTrue();
    assertThat(timeline.reachesBackTo(at(7))).isTrue();
    assertThat(timeline.between(at(0), at(11)).stream().map(e -> e.at().seq()))
        .containsExactly(1L, 11L);
    assertThat(timeline.position()).isEqualTo(at(11));
  }

  @Test
  void whoHasHeardNothingYetResumesFromTheStartIfNothingIsKept() {
    timeline.startAt(at(5), at(8));
    timeline.add(at(9), List.of());

    assertThat(timeline.lastMark()).isEqualTo(at(5).mark());
  }
}

package dev.devsync.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.access.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceTest {

  private static final Actor ACTOR = Actor.user(1, Role.DEVELOPER, new Origin("127.0.0.1", null));
  private static final Notice FIRST = Notice.of("first", "First", "First", 7, null);
  private static final Notice SECOND = Notice.of("second", "Second", "Second", 7, null);

  @Test
  void theFirstRuleThatConcernsAPersonWins() {
    var told = new Audience(ACTOR).tell(List.of(2), FIRST).tell(List.of(2, 3), SECOND).told();
    assertThat(told).containsExactly(new Told(2, FIRST), new Told(3, SECOND));
  }

  @Test
  void aRuleThatIsSwitchedOffDoesNotFallThroughToTheNext() {
    var told =
        new Audience(ACTOR).tell(List.of(2), FIRST, false).tell(List.of(2, 3), SECOND).told();
    assertThat(told).containsExactly(new Told(3, SECOND));
  }

  @Test
  void whoCausedTheEventHearsNothingOfIt() {
    assertThat(new Audience(ACTOR).tell(List.of(1, 1, 2, 2), FIRST).told())
        .containsExactly(new Told(2, FIRST));
  }

  @Test
  void whatNobodyCausedIsToldToAll() {
    assertThat(new Audience(Actor.GITHUB).tell(List.of(1, 2), FIRST).told()).hasSize(2);
  }

  @Test
  void longMessagesAreCutBetweenCharacters() {
    Notice notice = Notice.of("general", "Long", "😀".repeat(2_001), null, null);
    assertThat(notice.message()).isEqualTo("😀".repeat(2_000));
  }
}

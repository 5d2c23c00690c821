package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StreamResumeTest extends ProgramTest {

  @Test
  void whatWasMissedComesFirstAndOnce() {
    StreamClient first = streamOf(dave);
    Map<String, ?> wanted = Map.of("projects", List.of(project.id()));
    first.ask("subscribe", wanted);
    change(task, "\"title\":\"First\"");
    long seen = first.awaitEvent("task_updated", "update_type", "updated").path("seq").asLong();
    first.close();
    change(task, "\"title\":\"Second\"");
    change(task, "\"title\":\"Third\"");

    StreamClient again = streamOf(dave);
    JsonNode answer =
        again.ask("subscribe", Map.of("projects", List.of(project.id()), "last_seq", seen));
    change(task, "\"title\":\"Fourth\"");
    settle(dave, again);

    assertThat(answer.path("resumed").asBoolean()).isTrue();
    assertThat(titles(again)).containsExactly("Second", "Third", "Fourth");
  }

  @Test
  void aPlaceThatNeverWasMeansLoadingEverythingAgain() {
    StreamClient stream = streamOf(dave);

    JsonNode answer =
        stream.ask("subscribe", Map.of("projects", List.of(project.id()), "last_seq", 999_999_999));

    assertThat(answer.path("resumed").asBoolean(true)).isFalse();
    assertThat(stream.awaitEvent("resync_required", "last_seq", "999999999")).isNotNull();
  }
}

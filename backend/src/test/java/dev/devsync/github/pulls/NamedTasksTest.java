package dev.devsync.github.pulls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.github.TaskKeys;
import dev.devsync.platform.configuration.StartRefused;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTasksTest {

  private static final TaskKeys KEYS = new TaskKeys("DS");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          DS-42                              | 42    | none
          ds-42-oil-the-hinge                | 42    | none
          feature/DS-42_hinge                | 42    | none
          Oil the hinge (#task-42)           | 42    | none
          DS-1, DS-2 and DS-1                | 1,2   | none
          fixes DS-42                        | 42    | 42
          Fixed: DS-42                       | 42    | 42
          closes #task-7 and see DS-8        | 7,8   | 7
          close DS-1 closed DS-2 resolve DS-3 resolves DS-4 resolved DS-5 fix DS-6 | 1,2,3,4,5,6 | 1,2,3,4,5,6
          prefixes DS-42                     | 42    | none
          fixes, as agreed, DS-42            | 42    | none
          ADS-42 DS-42a DS- 42 task-42       | none  | none
          DS-1234567890                      | none  | none
          #42 fixes #42                      | none  | none
          """)
  void keysAreFoundWhereTheyStandForThemselves(String text, String all, String closing) {
    NamedTasks named = NamedTasks.in(KEYS, List.of(text));
    assertThat(named.all()).isEqualTo(numbers(all));
    assertThat(named.closing()).isEqualTo(numbers(closing));
  }

  private static List<Integer> numbers(String text) {
    return text == null ? List.of() : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }

  @Test
  void aWordAtTheEndOfTheTitleDoesNotReachIntoTheText() {
    assertThat(NamedTasks.in(KEYS, List.of("what this fixes", "DS-42")).closing()).isEmpty();
  }

  @Test
  void thePrefixIsConfigurable() {
    assertThat(NamedTasks.in(new TaskKeys("OPS"), List.of("OPS-1 DS-2 #task-3")).all())
        .containsExactly(1, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1DS", "D-S", "D.", "a very long prefix for tasks"})
  void aPrefixThatIsNoWordStopsTheStart(String prefix) {
    assertThatThrownBy(() -> new TaskKeys(prefix)).isInstanceOf(StartRefused.class);
  }

  @Test
  void nobodyLinksAPullRequestWithEverything() {
    String many = String.join(" ", IntStream.rangeClosed(1, 500).mapToObj(i -> "DS-" + i).toList());
    assertThat(NamedTasks.in(KEYS, List.of(many)).all()).hasSize(20);
  }

  @Test
  void aHostileTextIsReadInNoTime() {
    String hostile = "fixes ".repeat(10_000) + "DS-".repeat(10_000) + " ".repeat(30_000);
    long start = System.nanoTime();
    assertThat(NamedTasks.in(KEYS, List.of(hostile)).all()).isEmpty();
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }
}

package dev.devsync.comments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.RandomInput;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MentionPropertiesTest {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final List<String> BEFORE = List.of("", "Hello ", "(", "\"", "see:", "👍", "\n");
  private static final List<String> AFTER =
      List.of("", " ", ".", "...", ", thanks", "!", "?", ")", "'s", "\n", ": ok", "👍");

  @ParameterizedTest
  @MethodSource("dev.devsync.testing.RandomInput#seeds")
  void anyTextAtAllIsReadWithFewHandles(RandomInput random) {
    String text = random.anything(1000);
    List<Mark> marks = Marks.in(text);
    assertThat(marks.stream().mapToInt(mark -> mark.handles().size()).sum())
        .isLessThanOrEqualTo(2 * text.length());
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.testing.RandomInput#seeds")
  void evenHostileTextHasFewHandles(RandomInput random) {
    String text = random.text("@AB+,-.", 0, 1000);
    List<Mark> marks = Marks.in(text);
    assertThat(marks.stream().mapToInt(mark -> mark.handles().size()).sum())
        .isLessThanOrEqualTo(2 * text.length());
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.testing.RandomInput#seeds")
  void everyHandleStandsInTheTextAndNoneIsCutOffInAWord(RandomInput random) {
    String text = talk(random);
    String lower = text.toLowerCase(Locale.ROOT);
    for (Mark mark : Marks.in(text)) {
      for (String handle : mark.handles()) {
        assertThat(lower).contains("@" + handle);
        assertThat(lower)
            .matches(s -> occurrences(s, "@" + handle).anyMatch(end -> endsThere(s, end)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.testing.RandomInput#seeds")
  void handlesComeLongestFirst(RandomInput random) {
    String text = talk(random);
    for (Mark mark : Marks.in(text)) {
      assertThat(mark.handles()).isSortedAccordingTo((a, b) -> b.length() - a.length());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.testing.RandomInput#seeds")
  void aPersonIsMentionedByEveryWayOfWritingTheirName(RandomInput random) {
    Mentionable person = person(random);
    String before = random.oneOf(BEFORE);
    String after = random.oneOf(AFTER);
    MentionablePeople people = new MentionablePeople(List.of(person), Set.of());
    List<String> words = List.of(person.name().split(" "));
    List<String> ways =
        List.of(
            person.email(),
            person.email().substring(0, person.email().indexOf('@')),
            person.githubUsername(),
            String.join("", words),
            String.join(".", words),
            String.join("_", words),
            String.join("-", words),
            '"' + person.name() + '"');
    for (String way : ways) {
      assertThat(people.mentionedIn(before + "@" + way + after))
          .as(way)
          .containsExactly(person.id());
      assertThat(people.mentionedIn(before + "@" + way.toUpperCase(Locale.ROOT) + after))
          .containsExactly(person.id());
      assertThat(people.mentionedIn("a@" + way + after)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.testing.RandomInput#seeds")
  void whatFitsTwoPeopleMentionsNeither(RandomInput random) {
    Mentionable one = person(random);
    String after = random.oneOf(AFTER);
    Mentionable other = new Mentionable(one.id() + 1, one.name(), "zz" + one.email(), null);
    MentionablePeople people = new MentionablePeople(List.of(one, other), Set.of());
    assertThat(people.mentionedIn("@\"" + one.name() + "\"" + after)).isEmpty();
    assertThat(people.mentionedIn("@" + one.email() + after)).containsExactly(one.id());
  }

  /** The query finds people by keys; whoever a text mentions must be among them. */
  @ParameterizedTest
  @MethodSource("dev.devsync.testing.RandomInput#seeds")
  void everybodyMentionedIsFoundByHandleOrKey(RandomInput random) {
    Mentionable person = person(random);
    String after = random.oneOf(AFTER);
    for (String separator : List.of("", ".", "_", "-")) {
      List<Mark> marks = Marks.in("@" + person.name().replace(" ", separator) + after);
      String key = person.name().toLowerCase(Locale.ROOT).replaceAll(Mark.INSIGNIFICANT, "");
      assertThat(marks).flatMap(mark -> mark.keys().toList()).contains(key);
    }
  }

  private static IntStream occurrences(String text, String part) {
    return IntStream.range(0, text.length())
        .filter(i -> text.startsWith(part, i))
        .map(i -> i + part.length());
  }

  private static boolean endsThere(String text, int end) {
    return end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
  }

  private static String talk(RandomInput random) {
    return random.text("@@@abéÅ7.-_+',\"() ", 0, 60);
  }

  private static Mentionable person(RandomInput random) {
    String name =
        IntStream.range(0, random.between(1, 3))
            .mapToObj(word -> random.text(LETTERS + "éö", 2, 8))
            .collect(Collectors.joining(" "));
    return new Mentionable(
        1,
        name,
        random.text(LETTERS, 2, 8) + ".q@example.com",
        random.text(LETTERS, 2, 8) + "-hub");
  }
}

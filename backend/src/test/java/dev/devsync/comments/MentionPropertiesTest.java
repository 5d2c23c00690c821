package dev.devsync.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class MentionPropertiesTest {

  @Property
  void anyTextAtAllIsReadWithFewHandles(@ForAll @StringLength(max = 1000) String text) {
    List<Mark> marks = Marks.in(text);
    assertThat(marks.stream().mapToInt(mark -> mark.handles().size()).sum())
        .isLessThanOrEqualTo(2 * text.length());
  }

  @Property
  void evenHostileTextHasFewHandles(
      @ForAll
          @StringLength(max = 1000)
          @CharRange(from = '@', to = 'B')
          @CharRange(from = '+', to = '.')
          String text) {
    List<Mark> marks = Marks.in(text);
    assertThat(marks.stream().mapToInt(mark -> mark.handles().size()).sum())
        .isLessThanOrEqualTo(2 * text.length());
  }

  @Property
  void everyHandleStandsInTheTextAndNoneIsCutOffInAWord(@ForAll("talk") String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (Mark mark : Marks.in(text)) {
      for (String handle : mark.handles()) {
        assertThat(lower).contains("@" + handle);
        assertThat(lower)
            .matches(s -> occurrences(s, "@" + handle).anyMatch(end -> endsThere(s, end)));
      }
    }
  }

  @Property
  void handlesComeLongestFirst(@ForAll("talk") String text) {
    for (Mark mark : Marks.in(text)) {
      assertThat(mark.handles()).isSortedAccordingTo((a, b) -> b.length() - a.length());
    }
  }

  @Property
  void aPersonIsMentionedByEveryWayOfWritingTheirName(
      @ForAll("people") Mentionable person,
      @ForAll("before") String before,
      @ForAll("after") String after) {
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

  @Property
  void whatFitsTwoPeopleMentionsNeither(
      @ForAll("people") Mentionable one, @ForAll("after") String after) {
    Mentionable other = new Mentionable(one.id() + 1, one.name(), "zz" + one.email(), null);
    MentionablePeople people = new MentionablePeople(List.of(one, other), Set.of());
    assertThat(people.mentionedIn("@\"" + one.name() + "\"" + after)).isEmpty();
    assertThat(people.mentionedIn("@" + one.email() + after)).containsExactly(one.id());
  }

  /** The query finds people by keys; whoever a text mentions must be among them. */
  @Property
  void everybodyMentionedIsFoundByHandleOrKey(
      @ForAll("people") Mentionable person, @ForAll("after") String after) {
    for (String separator : List.of("", ".", "_", "-")) {
      List<Mark> marks = Marks.in("@" + person.name().replace(" ", separator) + after);
      String key = person.name().toLowerCase(Locale.ROOT).replaceAll(Mark.INSIGNIFICANT, "");
      assertThat(marks).flatMap(mark -> mark.keys().toList()).contains(key);
    }
  }

  private static java.util.stream.IntStream occurrences(String text, String part) {
    return java.util.stream.IntStream.range(0, text.length())
        .filter(i -> text.startsWith(part, i))
        .map(i -> i + part.length());
  }

  private static boolean endsThere(String text, int end) {
    return end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
  }

  @Provide
  Arbitrary<String> talk() {
    return Arbitraries.strings().withChars("@@@abéÅ7.-_+',\"() ").ofMaxLength(60);
  }

  @Provide
  Arbitrary<Mentionable> people() {
    Arbitrary<String> word =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withChars('é', 'ö')
            .ofMinLength(2)
            .ofMaxLength(8);
    Arbitrary<String> name =
        word.list().ofMinSize(1).ofMaxSize(3).map(words -> String.join(" ", words));
    Arbitrary<String> ascii =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(2).ofMaxLength(8);
    return Combinators.combine(name, ascii, ascii)
        .as((n, local, github) -> new Mentionable(1, n, local + ".q@example.com", github + "-hub"));
  }

  @Provide
  Arbitrary<String> before() {
    return Arbitraries.of("", "Hello ", "(", "\"", "see:", "👍", "\n");
  }

  @Provide
  Arbitrary<String> after() {
    return Arbitraries.of("", " ", ".", "...", ", thanks", "!", "?", ")", "'s", "\n", ": ok", "👍");
  }
}

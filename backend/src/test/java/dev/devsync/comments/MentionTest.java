package dev.devsync.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionTest {

  private static final MentionablePeople TEAM =
      new MentionablePeople(
          List.of(
              new Mentionable(1, "Ann Lee", "ann@example.com", "octoann"),
              new Mentionable(2, "Annabel Lee", "annabel.lee@example.com", null),
              new Mentionable(3, "Bob van der Berg", "bob+work@example.com", "BobTheBuilder"),
              new Mentionable(4, "Zoë Ångström", "zoe-a@example.com", "zoe-a"),
              new Mentionable(5, "Sam Smith", "sam@example.com", null),
              new Mentionable(6, "Sam  Smith", "sam@example.org", null),
              new Mentionable(7, "Ann-Marie O'Neil", "marie_@example.com", null),
              new Mentionable(8, "Tim Taylor Jr.", "tt@example.com", "octo-t"),
              new Mentionable(9, "octoann", "nine@example.com", null)),
          Set.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          @ann@example.com please look            | 1
          @ANN@Example.COM                        | 1
          @octoann                                | 1
          (@OctoAnn)                              | 1
          @ann                                    | 1
          Thanks, @ann!                           | 1
          @ann.                                   | 1
          @ann's idea                             | 1
          @ann, @annabel.lee and @bobthebuilder   | 1 2 3
          @annlee                                 | 1
          @ann.lee                                | 1
          @ann_lee                                | 1
          @ann-lee                                | 1
          @Ann.Lee...                             | 1
          @"Ann Lee"                              | 1
          @"ann  lee"                             | 1
          @annabel.lee                            | 2
          @annabel.lee@example.com                | 2
          @bob+work                               | 3
          @bobvanderberg                          | 3
          @bob_van_der_berg                       | 3
          @zoëångström                            | 4
          @ZOË.ÅNGSTRÖM?                          | 4
          @zoe-a                                  | 4
          @"Zoë Ångström"                         | 4
          @sam@example.com                        | 5
          @sam@example.org                        | 6
          @ann-marieo'neil                        | 7
          @"Ann-Marie O'Neil"                     | 7
          @marie_                                 | 7
          @TimTaylorJr                            | 8
          @tim.taylor.jr.                         | 8
          @nine/@octo-t                           | 8 9
          👋@ann👋                                | 1
          (cc @ann)@annabel.lee                   | 1 2
          """)
  void aNameInTheTextMentions(String text, String people) {
    assertThat(TEAM.mentionedIn(text)).map(String::valueOf).containsExactly(people.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          no at sign, ann
          @
          @@
          @ ann
          mail ann@example.com
          x@ann
          7@ann
          .@ann
          _@ann
          -@ann
          +@ann
          é@ann
          @anna
          @ann7
          @annabel
          @sam
          @samsmith
          @"Sam Smith"
          @"Ann"
          @"Ann Lee
          @""
          @"  "
          @nobody
          @bob.van_der-berg
          @octoann2
          """)
  void nobodyIsMentionedBy(String text) {
    assertThat(TEAM.mentionedIn(text)).isEmpty();
  }

  @Test
  void theLongestNameCountsAndAnAmbiguousOneDoesNotFallBackToAShorterOne() {
    var people =
        new MentionablePeople(
            List.of(
                new Mentionable(1, "Jo", "jo@a.example", null),
                new Mentionable(2, "Jo Li", "x@a.example", null),
                new Mentionable(3, "Jo Li", "y@a.example", null)),
            Set.of());
    assertThat(people.mentionedIn("@jo")).containsExactly(1);
    assertThat(people.mentionedIn("@jo.li")).isEmpty();
    assertThat(people.mentionedIn("@jo.lin")).containsExactly(1);
  }

  @Test
  void anAddressOrGithubNameBeatsWhatOthersAreCalled() {
    var people =
        new MentionablePeople(
            List.of(
                new Mentionable(1, "Kim", "k@a.example", null),
                new Mentionable(2, "Lou", "kim@a.example", null),
                new Mentionable(3, "Max", "m@a.example", "kim")),
            Set.of());
    assertThat(people.mentionedIn("@kim")).containsExactly(3);
  }

  @Test
  void aGithubNameTwoPeopleClaimMeansNeither() {
    var people =
        new MentionablePeople(
            List.of(
                new Mentionable(1, "A", "a@a.example", "cat"),
                new Mentionable(2, "B", "b@a.example", "Cat")),
            Set.of());
    assertThat(people.mentionedIn("@cat")).isEmpty();
  }

  @Test
  void chosenPeopleAreMentionedWhateverTheTextSays() {
    var people =
        new MentionablePeople(List.of(new Mentionable(1, "A", "a@a.example", null)), Set.of(5));
    assertThat(people.mentionedIn("@a and nobody else")).containsExactly(1, 5);
    assertThat(people.namedIn("@a and nobody else")).containsExactly(1);
  }

  @Test
  void accentsWrittenAsSeparateCharactersBelongToTheName() {
    var people =
        new MentionablePeople(List.of(new Mentionable(1, "Rene", "r@a.example", null)), Set.of());
    assertThat(people.mentionedIn("@rene\u0301")).isEmpty();
  }
}

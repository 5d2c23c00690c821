package dev.devsync.comments;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The people a text may mention, by everything they can be called (contract, domain section 7.2).
 * What fits several of them means none, except that addresses and GitHub names come before names
 * people merely share.
 */
final class MentionablePeople {

  static final MentionablePeople NOBODY = new MentionablePeople(List.of(), Set.of());

  private static final List<String> SEPARATORS = List.of("", ".", "_", "-");

  private final Map<String, Set<Integer>> identifiers = new HashMap<>();
  private final Map<String, Set<Integer>> shortNames = new HashMap<>();
  private final Map<String, Set<Integer>> fullNames = new HashMap<>();
  private final Set<Integer> chosen;

  /**
   * @param people everybody whom the texts may mention
   * @param chosen those who are mentioned whatever the text says
   */
  MentionablePeople(Collection<Mentionable> people, Set<Integer> chosen) {
    people.forEach(this::add);
    this.chosen = chosen;
  }

  /** The ids of all people mentioned: the chosen ones and those named in the text. */
  Set<Integer> mentionedIn(String text) {
    Set<Integer> mentioned = namedIn(text);
    mentioned.addAll(chosen);
    return mentioned;
  }

  /** The ids of the people whose names stand in the text. */
  Set<Integer> namedIn(String text) {
    Set<Integer> named = new TreeSet<>();
    Marks.in(text).forEach(mark -> meantBy(mark).ifPresent(named::add));
    return named;
  }

  private Optional<Integer> meantBy(Mark mark) {
    if (mark.fullName() != null) {
      return only(fullNames.getOrDefault(mark.fullName(), Set.of()));
    }
    return mark.handles().stream()
        .map(this::fitting)
        .filter(people -> !people.isEmpty())
        .findFirst()
        .flatMap(MentionablePeople::only);
  }

  private Set<Integer> fitting(String handle) {
    Set<Integer> identified = identifiers.get(handle);
    return identified != null ? identified : shortNames.getOrDefault(handle, Set.of());
  }

  private static Optional<Integer> only(Set<Integer> people) {
    return people.size() == 1 ? Optional.of(people.iterator().next()) : Optional.empty();
  }

  private void add(Mentionable person) {
    put(identifiers, person.email(), person);
    if (person.githubUsername() != null) {
      put(identifiers, person.githubUsername(), person);
    }
    put(shortNames, person.email().substring(0, Math.max(0, person.email().indexOf('@'))), person);
    List<String> words = List.of(person.name().strip().split("\\s+"));
    SEPARATORS.forEach(
        separator -> put(shortNames, withoutTail(String.join(separator, words)), person));
    put(fullNames, String.join(" ", words), person);
  }

  private static void put(Map<String, Set<Integer>> names, String name, Mentionable person) {
    if (!name.isEmpty()) {
      names
          .computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new TreeSet<>())
          .add(person.id());
    }
  }

  /** Punctuation that ends a name, as in "Jr.", is read as the sentence's. */
  private static String withoutTail(String name) {
    int end = name.length();
    while (end > 0
        && name.charAt(end - 1) < 128
        && !Character.isLetterOrDigit(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end);
  }
}

package dev.devsync.tasks;

import dev.devsync.platform.errors.ApiException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads query parameters that may be repeated, hold several values separated by commas, or be empty. */
final class QueryValues {

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
  private static final int ID_BITS = 31;

  private final MultiValueMap<String, String> parameters;

  QueryValues(MultiValueMap<String, String> parameters) {
    this.parameters = parameters;
  }

  /** The values given; null if there are none. */
  @Nullable List<String> words(String name) {
    List<String> words =
        parameters.getOrDefault(name, List.of()).stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .toList();
    return words.isEmpty() ? null : words;
  }

  boolean has(String name, String word) {
    List<String> words = words(name);
    return words != null && words.contains(word);
  }

  /** The ids given, apart from a word that stands for none; null if nothing is given. Those no row can have are left out. */
  @Nullable List<Integer> ids(String name, @Nullable String wordForNone) {
    List<String> words = words(name);
    if (words == null) {
      return null;
    }
    List<Integer> ids = new ArrayList<>();
    for (String word : words) {
      if (!word.equals(wordForNone)) {
        addId(ids, word, name);
      }
    }
    return ids;
  }

  /** The first value, unless it is blank. */
  @Nullable String text(String name) {
    String text = parameters.getFirst(name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static void addId(List<Integer> ids, String word, String name) {
    if (!INTEGER.matcher(word).matches()) {
      throw ApiException.badRequest(name + " must be an integer");
    }
    BigInteger id = new BigInteger(word);
    if (id.bitLength() <= ID_BITS) {
      ids.add(id.intValue());
    }
  }
}

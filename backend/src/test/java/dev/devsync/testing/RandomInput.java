package dev.devsync.testing;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random values for properties that must hold for all; the same for the same seed. */
public final class RandomInput {

  private static final int SEEDS = 500;

  private final int seed;
  private final Random random;

  private RandomInput(int seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** For {@code @MethodSource}; the name of a failing test tells the seed. */
  public static Stream<RandomInput> seeds() {
    return IntStream.range(0, SEEDS).mapToObj(RandomInput::new);
  }

  /** From the least to the greatest, both included; the ends come up often. */
  public int between(int least, int greatest) {
    return switch (random.nextInt(10)) {
      case 0 -> least;
      case 1 -> greatest;
      default -> (int) random.nextLong(least, greatest + 1L);
    };
  }

  public <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** A text of these characters. */
  public String text(String characters, int shortest, int longest) {
    int[] choice = characters.codePoints().toArray();
    return IntStream.range(0, between(shortest, longest))
        .mapToObj(place -> Character.toString(choice[random.nextInt(choice.length)]))
        .collect(Collectors.joining());
  }

  /** A text of any UTF-16 units, halves of pairs and control characters included. */
  public String anything(int longest) {
    return IntStream.range(0, between(0, longest))
        .mapToObj(place -> String.valueOf(unit()))
        .collect(Collectors.joining());
  }

  private char unit() {
    return (char)
        switch (random.nextInt(8)) {
          case 0 -> random.nextInt(' ');
          case 1 -> random.nextInt(Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1);
          case 2, 3, 4 -> random.nextInt(' ', 128);
          default -> random.nextInt(Character.MAX_VALUE + 1);
        };
  }

  @Override
  public String toString() {
    return "seed " + seed;
  }
}

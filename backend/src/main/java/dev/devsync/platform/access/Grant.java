package dev.devsync.platform.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What one role may do with one right: always, never, or in certain relations to the subject. */
sealed interface Grant {

  Grant ALWAYS = new Always();
  Grant NEVER = new Never();

  static Grant when(Relation first, Relation... others) {
    return new When(EnumSet.of(first, others));
  }

  /** Whether the grant can hold for some subject. */
  default boolean isPossible() {
    return !(this instanceof Never);
  }

  default boolean holdsFor(Set<Relation> relations) {
    return switch (this) {
      case Always() -> true;
      case Never() -> false;
      case When(Set<Relation> any) -> any.stream().anyMatch(relations::contains);
    };
  }

  /** The cell of the rights table. */
  default String words() {
    return switch (this) {
      case Always() -> "yes";
      case Never() -> "-";
      case When(Set<Relation> any) ->
          any.stream().map(Relation::words).collect(Collectors.joining(" or "));
    };
  }

  record Always() implements Grant {}

  record Never() implements Grant {}

  record When(Set<Relation> any) implements Grant {}
}

package dev.devsync.admin;

/** Patterns for {@code LIKE} made of what people typed. */
final class LikePattern {

  private LikePattern() {}

  /** Matches whatever contains the text, in which no character has a meaning of its own. */
  static String containing(String text) {
    return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}

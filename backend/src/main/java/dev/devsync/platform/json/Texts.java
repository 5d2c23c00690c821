package dev.devsync.platform.json;

/** What text must be to be stored and sent on. */
public final class Texts {

  private Texts() {}

  /** PostgreSQL cannot store NUL, and a surrogate without its partner is no character. */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Length in Unicode code points, which is how all limits count. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The text, cut to at most this many code points. */
  public static String cut(String text, int most) {
    return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }
}

package dev.devsync.comments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the places in a text where somebody may be mentioned, without knowing who there is
 * (contract, domain section 7.2). The number of handles stays below twice the length of the text,
 * because none reaches beyond the next {@code @} but one.
 */
final class Marks {

  /** Neither names nor addresses are longer. */
  private static final int LONGEST = 100;

  private final int[] text;

  private Marks(String text) {
    this.text = text.codePoints().toArray();
  }

  static List<Mark> in(String text) {
    return text.indexOf('@') < 0 ? List.of() : new Marks(text).all();
  }

  private List<Mark> all() {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '@' && (i == 0 || !belongsToHandle(text[i - 1]))) {
        addMark(marks, i + 1);
      }
    }
    return marks;
  }

  private void addMark(List<Mark> marks, int start) {
    if (start < text.length && text[start] == '"') {
      String name = quoted(start + 1);
      if (!name.isBlank()) {
        marks.add(Mark.quoted(name));
      }
      return;
    }
    List<String> handles = handles(start);
    if (!handles.isEmpty()) {
      marks.add(Mark.unquoted(handles));
    }
  }

  /** The text up to the next quote; empty if there is none. */
  private String quoted(int start) {
    for (int end = start; end < text.length; end++) {
      if (text[end] == '"') {
        return slice(start, end);
      }
    }
    return "";
  }

  /** Everything from here on that ends like a name, longest first. */
  private List<String> handles(int start) {
    List<String> handles = new ArrayList<>();
    int ats = 0;
    for (int i = start; i < text.length && i - start < LONGEST && !isSpace(text[i]); i++) {
      ats += text[i] == '@' ? 1 : 0;
      if (ats > 1) {
        break;
      }
      boolean goesOn = i + 1 < text.length && isWord(text[i + 1]);
      if (canEnd(text[i]) && !goesOn) {
        handles.add(slice(start, i + 1));
      }
    }
    Collections.reverse(handles);
    return handles;
  }

  private String slice(int start, int end) {
    return new String(text, start, end - start);
  }

  /** Before an {@code @}, these make it part of an address or of a word. */
  private static boolean belongsToHandle(int c) {
    return isWord(c) || ".-+_".indexOf(c) >= 0;
  }

  /** Punctuation at the end belongs to the sentence, save what addresses may end with. */
  private static boolean canEnd(int c) {
    return c == '-' || c == '_' || !isPunctuation(c);
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** Letters and digits, and the accents that follow letters. */
  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}

package dev.devsync.fakegithub;

/** Text on the fake's pages. */
final class Html {

  private Html() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase() + word.substring(1);
  }
}

package dev.devsync.platform.access;

/** How a caller can stand to the thing a request is about. */
public enum Relation {
  SELF("self"),
  ASSIGNEE("assignee"),
  CREATOR("creator"),
  PROJECT_MEMBER("project member"),
  PROJECT_CREATOR("project creator"),
  AUTHOR("author"),
  RECIPIENT("recipient");

  private final String words;

  Relation(String words) {
    this.words = words;
  }

  /** The relation as people read it in the rights table. */
  public String words() {
    return words;
  }
}

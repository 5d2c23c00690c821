package dev.devsync.platform.configuration;

/** A configuration the server will not start with, and what to do about it. */
public final class StartRefused extends RuntimeException {

  private final String remedy;

  public StartRefused(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  public StartRefused(String problem, String remedy, Throwable cause) {
    super(problem, cause);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}

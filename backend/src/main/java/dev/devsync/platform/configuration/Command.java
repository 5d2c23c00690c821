package dev.devsync.platform.configuration;

import java.io.PrintStream;

/**
 * What the program does instead of serving, when the command line asks for it. Features list theirs
 * in {@code META-INF/spring.factories}.
 */
public interface Command {

  boolean isAskedFor(String... arguments);

  /** Does it, and returns the exit code. */
  int run(PrintStream out, String... arguments);
}

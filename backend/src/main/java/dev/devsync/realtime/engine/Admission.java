package dev.devsync.realtime.engine;

import java.util.Map;

/** What became of a client's wish to connect. */
public sealed interface Admission {

  /** The client is let in, and acts as {@code principal} from now on. */
  record Accepted(Object principal) implements Admission {}

  /**
   * The client is refused for good: a JavaScript client does not try again by itself.
   *
   * @param message told to the client
   * @param data told to the client besides, left out if empty
   */
  record Refused(String message, Map<String, Object> data) implements Admission {}
}

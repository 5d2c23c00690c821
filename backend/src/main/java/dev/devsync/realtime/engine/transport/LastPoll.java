package dev.devsync.realtime.engine.transport;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the answer to the newest poll, for an HTTP library or proxy that loses it and silently
 * repeats the request. Guarded by its session.
 *
 * <p>Only the parameter {@code t}, new with every poll of most clients, tells a repetition from the
 * next poll. A client that always sends the same one, from the opening on, is never taken to
 * repeat.
 */
final class LastPoll {

  private @Nullable String stamp;
  private boolean isNewStamp;
  private byte @Nullable [] answer;

  LastPoll(@Nullable String openingStamp) {
    this.stamp = openingStamp;
  }

  /** Notes a poll; returns the answer it should have had already, at most once. */
  byte @Nullable [] asked(@Nullable String newStamp) {
    boolean isRepetition = newStamp != null && newStamp.equals(stamp);
    byte[] lost = isRepetition ? answer : null;
    isNewStamp = newStamp != null && !isRepetition;
    stamp = newStamp;
    answer = null;
    return lost;
  }

  void answered(byte[] payload) {
    answer = isNewStamp ? payload : null;
  }

  boolean isKept() {
    return answer != null;
  }

  void forget() {
    answer = null;
  }
}

package dev.devsync.realtime;

/** A client event that is answered with an error acknowledgement. */
final class Refusal extends RuntimeException {

  Refusal(String message) {
    super(message, null, false, false);
  }
}

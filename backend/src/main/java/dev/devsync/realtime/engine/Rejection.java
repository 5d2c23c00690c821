package dev.devsync.realtime.engine;

/** The acknowledgement of an event that was not carried out (realtime contract §4). */
record Rejection(String status, String message) {

  static Rejection of(String message) {
    return new Rejection("error", message);
  }
}

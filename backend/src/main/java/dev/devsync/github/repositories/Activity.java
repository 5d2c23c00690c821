package dev.devsync.github.repositories;

/** How much happened in a repository within a window of time. */
record Activity(int pullRequests, int commits) {

  static final Activity UNKNOWN = new Activity(0, 0);
}

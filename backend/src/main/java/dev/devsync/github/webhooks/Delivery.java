package dev.devsync.github.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * A delivery whose signature is right.
 *
 * @param id what GitHub calls it, the same whenever it is sent again
 * @param repoId DevSync's id, null if the repository is unknown here
 * @param action empty if the event has none
 */
record Delivery(String id, String event, String action, @Nullable Integer repoId) {}

package dev.devsync.comments;

import org.jspecify.annotations.Nullable;

/** Somebody who can be mentioned, by the names they go by. */
record Mentionable(int id, String name, String email, @Nullable String githubUsername) {}

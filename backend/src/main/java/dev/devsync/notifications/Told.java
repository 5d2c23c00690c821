package dev.devsync.notifications;

/** Somebody and what they are told. */
record Told(int userId, Notice notice) {}

package dev.devsync.realtime;

import dev.devsync.platform.access.Role;
import java.time.Instant;

/** Somebody who is looking at a project or task, and since when. */
record Viewer(int id, String name, Role role, Instant joinedAt) {}

package dev.devsync.testing;

import dev.devsync.platform.access.Role;
import java.util.UUID;

/** Somebody in a test, signed in. */
public record TestUser(int id, String name, String email, Role role, UUID session, String token) {}

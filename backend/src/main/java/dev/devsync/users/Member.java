package dev.devsync.users;

import dev.devsync.platform.access.Role;

/** A user as a member of a project. */
public record Member(int id, String name, Role role) {}

package dev.devsync.realtime;

import dev.devsync.platform.access.Role;
import java.util.Locale;
import java.util.Set;

/** A group of sockets that hear the same events (realtime contract, section 3). */
record Room(Kind kind, int id) {

  static final Room MANAGERS = new Room(Kind.ROLE_MANAGER, 0);
  static final Room ADMINS = new Room(Kind.ROLE_ADMIN, 0);

  /** What the members have in common. */
  enum Kind {
    USER,
    PROJECT,
    TASK,
    ROLE_MANAGER,
    ROLE_ADMIN
  }

  static Room user(int id) {
    return new Room(Kind.USER, id);
  }

  static Room project(int id) {
    return new Room(Kind.PROJECT, id);
  }

  static Room task(int id) {
    return new Room(Kind.TASK, id);
  }

  /** The rooms every socket of such a user is in without asking. */
  static Set<Room> automatic(int userId, Role role) {
    return switch (role) {
      case DEVELOPER -> Set.of(user(userId));
      case TEAM_LEAD -> Set.of(user(userId), MANAGERS);
      case ADMIN -> Set.of(user(userId), MANAGERS, ADMINS);
    };
  }

  boolean isJoinable() {
    return kind == Kind.PROJECT || kind == Kind.TASK;
  }

  /** The name in the contract, for example {@code project_5}. */
  String wireName() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return id == 0 ? name : name + "_" + id;
  }

  /** The joinable room of this name. */
  static Room named(String wireName) {
    String[] parts = wireName.split("_", 2);
    return new Room(Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[1]));
  }
}

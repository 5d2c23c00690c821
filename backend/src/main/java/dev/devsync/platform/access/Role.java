package dev.devsync.platform.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three roles, from least to most powerful. */
public enum Role {
  DEVELOPER,
  TEAM_LEAD,
  ADMIN;

  /** The name on the wire and in the database, for example {@code team_lead}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Team leads and admins are managers. */
  public boolean isManager() {
    return this != DEVELOPER;
  }

  public boolean isAtLeast(Role other) {
    return compareTo(other) >= 0;
  }

  /** The role with this wire name; empty for anything else. */
  public static Optional<Role> named(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
  }
}

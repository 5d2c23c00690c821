package dev.devsync.admin;

import java.util.Locale;

/** The groups of notifications that can be switched off for everybody. */
public enum NotificationSwitch {
  EMAIL_NOTIFICATIONS,
  TASK_ASSIGNMENTS,
  PROJECT_UPDATES;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.devsync.admin;

import dev.devsync.platform.json.Texts;

/** Which values the settings may have. */
final class SettingLimits {

  /** A hundred years of retention. */
  static final int MOST_DAYS = 36_500;

  static final int SHORTEST_APP_NAME = 3;
  static final int LONGEST_APP_NAME = 100;

  private SettingLimits() {}

  static boolean isAppName(String name) {
    int length = Texts.length(name);
    return length >= SHORTEST_APP_NAME
        && length <= LONGEST_APP_NAME
        && !name.isBlank()
        && Texts.isStorable(name);
  }

  static boolean isRetention(int days) {
    return days >= 0 && days <= MOST_DAYS;
  }
}

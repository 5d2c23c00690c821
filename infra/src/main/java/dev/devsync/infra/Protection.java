package dev.devsync.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.logs.RetentionDays;

/** How hard it is to lose something. */
record Protection(boolean loadBalancer, Duration backups, RetentionDays logs) {

  static Protection staging() {
    return new Protection(false, Duration.days(7), RetentionDays.ONE_MONTH);
  }

  static Protection production() {
    return new Protection(true, Duration.days(30), RetentionDays.THREE_MONTHS);
  }
}

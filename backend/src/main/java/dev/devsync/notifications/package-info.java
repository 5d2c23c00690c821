/**
 * Telling people what concerns them: who hears of which change, what they have read, and what is
 * overdue.
 */
@ApplicationModule(displayName = "Notifications")
@NullMarked
package dev.devsync.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

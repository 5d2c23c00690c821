/** Dashboards and people's progress: figures read from the work of others, never stored. */
@ApplicationModule(displayName = "Dashboards")
@NullMarked
package dev.devsync.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

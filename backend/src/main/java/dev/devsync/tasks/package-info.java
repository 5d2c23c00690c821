/** Tasks: the work itself, who may see it, and how it changed. */
@ApplicationModule(displayName = "Tasks")
@NullMarked
package dev.devsync.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

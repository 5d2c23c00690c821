/** Projects and who belongs to them. */
@ApplicationModule(displayName = "Projects")
@NullMarked
package dev.devsync.projects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

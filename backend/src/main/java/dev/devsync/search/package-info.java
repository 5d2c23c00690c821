/** Finding tasks, projects and people by any part of their texts. */
@ApplicationModule(displayName = "Search")
@NullMarked
package dev.devsync.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

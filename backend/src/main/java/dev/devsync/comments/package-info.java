/** What people say about tasks, and whom they mention. */
@ApplicationModule(displayName = "Comments")
@NullMarked
package dev.devsync.comments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** People: who they are, their profile, and their administration. */
@ApplicationModule(displayName = "Users", allowedDependencies = "platform")
@NullMarked
package dev.devsync.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * GitHub: accounts, repositories, links between tasks and issues, and keeping both sides in step.
 */
@ApplicationModule(displayName = "GitHub")
@NullMarked
package dev.devsync.github;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

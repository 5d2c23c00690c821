/** Reports that managers saved. */
@ApplicationModule(displayName = "Reports")
@NullMarked
package dev.devsync.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

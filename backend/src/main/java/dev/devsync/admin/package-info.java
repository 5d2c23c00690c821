/** Running the system: settings, retention, the audit log and system figures. */
@ApplicationModule(displayName = "Administration")
@NullMarked
package dev.devsync.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

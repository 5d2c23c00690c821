/** Signing in and staying signed in: tokens, sessions, cookies and permissions. */
@ApplicationModule(displayName = "Authentication")
@NullMarked
package dev.devsync.auth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

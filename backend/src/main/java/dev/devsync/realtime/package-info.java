/** Live events: who hears what, from the outbox to every entitled socket. */
@ApplicationModule(displayName = "Real time")
@NullMarked
package dev.devsync.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

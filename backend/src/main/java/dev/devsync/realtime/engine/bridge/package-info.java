/**
 * Joins the public HTTP port, which Tomcat owns, to the engine's internal port (docs/adr). Carries
 * bytes; decides nothing about the protocol.
 */
@NullMarked
package dev.devsync.realtime.engine.bridge;

import org.jspecify.annotations.NullMarked;

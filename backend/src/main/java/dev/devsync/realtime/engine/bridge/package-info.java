/**
 * Joins the public HTTP port, which Tomcat owns, to the engine's Netty pipeline within the process.
 * Carries bytes; decides nothing about the protocol.
 */
@NullMarked
package dev.devsync.realtime.engine.bridge;

import org.jspecify.annotations.NullMarked;

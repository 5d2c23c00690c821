/**
 * Socket.IO for the rest of the server: clients are admitted by a {@link
 * dev.devsync.realtime.engine.SocketGate}, their events go to a {@link
 * dev.devsync.realtime.engine.SocketHandler}, and events are sent to them through {@link
 * dev.devsync.realtime.engine.SocketSession}.
 */
@NullMarked
package dev.devsync.realtime.engine;

import org.jspecify.annotations.NullMarked;

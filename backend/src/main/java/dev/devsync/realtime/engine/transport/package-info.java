/**
 * Engine.IO sessions over netty-socketio: handshake, long-polling, WebSocket, upgrade, heartbeat
 * and bounded sending. Knows nothing of Socket.IO packets.
 */
@NullMarked
package dev.devsync.realtime.engine.transport;

import org.jspecify.annotations.NullMarked;

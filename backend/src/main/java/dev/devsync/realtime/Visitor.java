package dev.devsync.realtime;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.security.TokenClaims;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a socket was let in as.
 *
 * @param lastSeq the last event the client saw before it lost its connection; null if it has seen
 *     none
 * @param rooms rooms the client wants to be in from the start
 */
record Visitor(
    int userId,
    String name,
    Role role,
    TokenClaims claims,
    @Nullable Long lastSeq,
    Set<Room> rooms) {}

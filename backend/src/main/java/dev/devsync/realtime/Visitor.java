package dev.devsync.realtime;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.security.TokenClaims;
import org.jspecify.annotations.Nullable;

/**
 * Who a socket was let in as.
 *
 * @param lastSeq the last event the client saw before it lost its connection; null if it has seen
 *     none
 */
record Visitor(int userId, String name, Role role, TokenClaims claims, @Nullable Long lastSeq) {}

package dev.devsync.platform.access;

import org.jspecify.annotations.Nullable;

/**
 * Where a request came from.
 *
 * @param ip the client's address as seen behind trusted proxies
 * @param userAgent at most 255 characters
 */
public record Origin(String ip, @Nullable String userAgent) {}

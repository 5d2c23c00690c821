package dev.devsync.platform.web;

import java.util.function.Supplier;

/**
 * An answer that is made while it is sent, and once for all who would get the same.
 *
 * @param sameAs equal only for answers that are the same
 * @param answer makes it
 */
public record Shared<T extends StreamedAnswer>(Object sameAs, Supplier<T> answer) {}

package dev.devsync.platform.changes;

import org.jspecify.annotations.Nullable;

/** One field that changed, with its values before and after as they appear on the wire. */
public record FieldChange(String field, @Nullable Object from, @Nullable Object to) {}

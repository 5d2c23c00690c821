package dev.devsync.platform.web;

/** An answer with {@link StreamedList} components, whose queries run while it is written. */
public interface StreamedAnswer {}

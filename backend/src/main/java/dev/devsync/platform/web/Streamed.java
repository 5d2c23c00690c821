package dev.devsync.platform.web;

import java.util.function.Consumer;

/**
 * A list that goes from the database to the client row by row and is never held whole.
 *
 * @param name the key of the list in the answer
 * @param rows calls its argument with each row; runs while the answer is written
 */
public record Streamed<T>(String name, Consumer<Consumer<T>> rows) {}

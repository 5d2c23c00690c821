package dev.devsync.platform.web;

/** The answer of an action that has nothing but a sentence to say. */
public record Message(String message) {}

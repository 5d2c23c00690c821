package dev.devsync.github;

/** The body of the 503 that says GitHub is switched off or not configured. */
public record GithubUnavailable(String error, String message) {}

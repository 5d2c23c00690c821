package dev.devsync.github;

/** Where in a list on GitHub an answer stands; GitHub does not say how long its lists are. */
public record GithubPage(int page, int perPage, boolean hasNext) {}

package dev.devsync.github.sync;

/** A link of a task with a pull request. */
public record LinkedPullRequest(int linkId, int taskId, int repoId, int number) {}

package dev.devsync.tasks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A task together with its links to GitHub. */
record TaskDetail(@JsonUnwrapped TaskItem task, List<GithubLink> githubLinks) {}

package dev.devsync.github.links;

import dev.devsync.tasks.GithubLink;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a request fits the links a task has with a repository: one that says the same stays, one with
 * room for the given numbers is filled, and otherwise there will be a new one.
 */
sealed interface LinkMatch {

  record Same(GithubLink link) implements LinkMatch {}

  record Fillable(GithubLink link) implements LinkMatch {}

  record None() implements LinkMatch {}

  /** Compares with links ordered by id. */
  static LinkMatch of(LinkRequest request, List<GithubLink> links) {
    for (GithubLink link : links) {
      if (isSame(request, link)) {
        return new Same(link);
      }
    }
    for (GithubLink link : links) {
      if (hasRoom(request.issueNumber(), link.issueNumber())
          && hasRoom(request.pullRequestNumber(), link.pullRequestNumber())
          && !namesNothing(request)) {
        return new Fillable(link);
      }
    }
    return new None();
  }

  private static boolean isSame(LinkRequest request, GithubLink link) {
    if (namesNothing(request)) {
      return link.issueNumber() == null && link.pullRequestNumber() == null;
    }
    return isSame(request.issueNumber(), link.issueNumber())
        && isSame(request.pullRequestNumber(), link.pullRequestNumber());
  }

  private static boolean isSame(@Nullable Integer wanted, @Nullable Integer stored) {
    return wanted == null || wanted.equals(stored);
  }

  private static boolean hasRoom(@Nullable Integer wanted, @Nullable Integer stored) {
    return wanted == null || stored == null || Objects.equals(wanted, stored);
  }

  private static boolean namesNothing(LinkRequest request) {
    return request.issueNumber() == null && request.pullRequestNumber() == null;
  }
}

package dev.devsync.github.repositories;

import dev.devsync.platform.errors.ApiException;
import java.util.regex.Pattern;

/** The two parts of a repository's name, safe to put into a path. */
public record RepositoryName(String owner, String repository) {

  private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");

  /** Whether the text is {@code owner/repo} and neither part climbs up a path. */
  public static boolean isValid(String fullName) {
    return FORMAT.matcher(fullName).matches() && !fullName.matches("\\.{1,2}/.*|.*/\\.{1,2}");
  }

  /** The parts of a stored name, or the contract's 400. */
  public static RepositoryName of(String fullName) {
    if (!isValid(fullName)) {
      throw ApiException.badRequest("Invalid repository name format");
    }
    int slash = fullName.indexOf('/');
    return new RepositoryName(fullName.substring(0, slash), fullName.substring(slash + 1));
  }

  @Override
  public String toString() {
    return owner + "/" + repository;
  }
}

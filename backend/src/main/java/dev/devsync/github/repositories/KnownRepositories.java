package dev.devsync.github.repositories;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives repositories that GitHub lists an id here, and follows those that were renamed. */
@Service
class KnownRepositories {

  private final RepositoryRows rows;

  KnownRepositories(RepositoryRows rows) {
    this.rows = rows;
  }

  /** The rows of these repositories by GitHub's id, in four statements at most. */
  @Transactional
  public Map<Long, RepositoryRow> of(List<Listed> listed) {
    Found found = found(listed);
    List<Listed> unknown = new ArrayList<>();
    List<RepositoryRow> outdated = new ArrayList<>();
    for (Listed repository : listed) {
      RepositoryRow row = found.of(repository);
      if (row == null) {
        unknown.add(repository);
      } else if (!repository.says(row)) {
        outdated.add(
            new RepositoryRow(
                row.id(),
                repository.name(),
                repository.url(),
                repository.githubId(),
                row.tracked()));
      }
    }
    if (unknown.isEmpty() && outdated.isEmpty()) {
      return found.byGithubId();
    }
    if (!outdated.isEmpty()) {
      rows.refresh(outdated);
    }
    if (!unknown.isEmpty()) {
      rows.insert(unknown);
    }
    return found(listed).byGithubId();
  }

  private Found found(List<Listed> listed) {
    Map<Long, RepositoryRow> byId = new LinkedHashMap<>();
    Map<String, RepositoryRow> byUrl = new LinkedHashMap<>();
    Set<Long> ids = listed.stream().map(Listed::githubId).collect(Collectors.toSet());
    for (RepositoryRow row :
        rows.matching(List.copyOf(ids), listed.stream().map(Listed::url).toList())) {
      if (row.githubId() != null && ids.contains(row.githubId())) {
        // Its address may have passed to another repository of the list.
        byId.putIfAbsent(row.githubId(), row);
      } else {
        byUrl.put(row.url(), row);
      }
    }
    return new Found(byId, byUrl);
  }

  private record Found(Map<Long, RepositoryRow> byGithubId, Map<String, RepositoryRow> byUrl) {

    @Nullable RepositoryRow of(Listed repository) {
      RepositoryRow same = byGithubId.get(repository.githubId());
      return same == null ? byUrl.get(repository.url()) : same;
    }
  }
}

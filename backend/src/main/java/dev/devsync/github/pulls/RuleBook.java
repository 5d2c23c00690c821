package dev.devsync.github.pulls;

import dev.devsync.github.pulls.RulesRepository.Stored;
import dev.devsync.github.repositories.RepositoryRow;
import dev.devsync.github.repositories.RepositoryRows;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.errors.ApiException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of repositories. */
@Service
class RuleBook {

  private final RulesRepository rules;
  private final RepositoryRows repositories;
  private final ChangeLog changes;
  private final Clock clock;

  RuleBook(RulesRepository rules, RepositoryRows repositories, ChangeLog changes, Clock clock) {
    this.rules = rules;
    this.repositories = repositories;
    this.changes = changes;
    this.clock = clock;
  }

  /** The rules; without any, all that is off. */
  PullRequestRules of(int repoId) {
    repositories.require(repoId);
    return rules.find(repoId).map(Stored::rules).orElse(PullRequestRules.NONE);
  }

  /** Puts other rules in the place of the ones before; they hold for what happens from now on. */
  @Transactional
  public PullRequestRules change(int repoId, PullRequestRules wanted, Caller caller) {
    RepositoryRow repository = repositories.require(repoId);
    if (!repository.tracked()) {
      throw ApiException.conflict("Only tracked repositories can have rules");
    }
    if (rules.existing(wanted.projectIds()) < wanted.projectIds().size()) {
      throw ApiException.notFound("Project not found");
    }
    PullRequestRules before = of(repoId);
    if (!before.equals(wanted)) {
      // GitHub tells times in whole seconds.
      rules.store(repoId, wanted, clock.instant().truncatedTo(ChronoUnit.SECONDS));
      changes.audit(caller.actor(), audit(repository, wanted));
    }
    return wanted;
  }

  private static AuditEntry audit(RepositoryRow repository, PullRequestRules rules) {
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    metadata.put("repo_name", repository.name());
    metadata.put("opened", rules.opened());
    metadata.put("review_requested", rules.reviewRequested());
    metadata.put("merged", rules.merged());
    metadata.put("closed", rules.closed());
    metadata.put("closing_words_only", rules.closingWordsOnly());
    metadata.put("project_ids", rules.projectIds());
    return AuditEntry.of("github_rules_updated", "github_repository", repository.id(), metadata);
  }
}

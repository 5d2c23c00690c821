package dev.devsync.github.sync;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Uses what lists of issues say anyway: of the linked issues among them, those with a state that is
 * news are heeded.
 */
@Service
public class ListedStates {

  private static final Logger log = LoggerFactory.getLogger(ListedStates.class);

  private final LinkedIssues links;
  private final IncomingNews incoming;

  ListedStates(LinkedIssues links, IncomingNews incoming) {
    this.links = links;
    this.incoming = incoming;
  }

  /** Never fails, because it is not what the reader of the list asked for. */
  public void heed(int repoId, List<IssueNews> listed) {
    try {
      Set<Integer> outdated = listed.isEmpty() ? Set.of() : links.knownOtherwise(repoId, listed);
      listed.stream().filter(news -> outdated.contains(news.number())).forEach(incoming::heed);
    } catch (RuntimeException failure) {
      log.warn("What a list of issues of repository {} says was not heeded", repoId, failure);
    }
  }
}

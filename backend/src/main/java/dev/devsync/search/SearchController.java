package dev.devsync.search;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One question to everything. */
@RestController
@RequestMapping("/api/v1")
class SearchController {

  private final SearchQueries queries;

  SearchController(SearchQueries queries) {
    this.queries = queries;
  }

  @GetMapping("/search")
  @Requires(Right.SEARCH)
  Findings search(@RequestParam(required = false) @Nullable String q, Caller caller) {
    return SearchTerm.of(q).map(term -> queries.find(term, caller)).orElse(Findings.NOTHING);
  }
}

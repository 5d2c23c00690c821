package dev.devsync.github.pulls;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Refuses;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What follows for tasks when their pull requests get on, for each tracked repository. */
@RestController
@RequestMapping("/api/v1/github/repositories/{repoId:\\d+}/pull-request-rules")
class RulesController {

  private final RuleBook book;

  RulesController(RuleBook book) {
    this.book = book;
  }

  @GetMapping
  @Requires(Right.MANAGE_SYNCHRONISATION)
  RulesAnswer readPullRequestRules(@PathVariable int repoId) {
    return new RulesAnswer(book.of(repoId));
  }

  @PutMapping
  @Requires(Right.MANAGE_SYNCHRONISATION)
  @Refuses({404, 409})
  RulesChanged changePullRequestRules(
      @PathVariable int repoId, @Body(RulesRequest.Documented.class) JsonBody body, Caller caller) {
    return new RulesChanged(
        "Pull request rules updated successfully",
        book.change(repoId, RulesRequest.read(body), caller));
  }

  record RulesAnswer(PullRequestRules rules) {}

  record RulesChanged(String message, PullRequestRules rules) {}
}

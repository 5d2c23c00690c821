package dev.devsync.github.repositories;

import dev.devsync.github.GithubFailure;
import dev.devsync.github.Integration;
import dev.devsync.github.accounts.GithubAccounts;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Message;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Repositories on GitHub, their issues and their pull requests. */
@RestController
@RequestMapping("/api/v1/github/repositories")
class RepositoryController {

  private final Integration integration;
  private final GithubAccounts accounts;
  private final RepositoryRows rows;

  RepositoryController(Integration integration, GithubAccounts accounts, RepositoryRows rows) {
    this.integration = integration;
    this.accounts = accounts;
    this.rows = rows;
  }

  @GetMapping
  @Requires(Right.BROWSE_GITHUB)
  Message list(Caller caller) {
    integration.requireEnabled();
    accounts.requireToken(caller);
    throw GithubFailure.failed();
  }

  @PostMapping
  @Requires(Right.TRACK_REPOSITORIES)
  Message track(@Body(TrackRequest.Documented.class) JsonBody body, Caller caller) {
    integration.requireEnabled();
    TrackRequest.read(body);
    accounts.requireToken(caller);
    throw GithubFailure.failed();
  }

  @GetMapping({"/{id:\\d+}/issues", "/{id:\\d+}/pulls"})
  @Requires(Right.BROWSE_GITHUB)
  Message issues(@PathVariable int id, Caller caller) {
    integration.requireEnabled();
    RepositoryName.of(rows.require(id).name());
    accounts.requireToken(caller);
    throw GithubFailure.failed();
  }
}

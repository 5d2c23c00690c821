package dev.devsync.github.oauth;

import dev.devsync.github.GithubSettings;
import dev.devsync.github.accounts.AccountStatus;
import dev.devsync.github.accounts.GithubAccounts;
import dev.devsync.github.oauth.Authorizations.Authorization;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.OpenTo;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.configuration.WebSettings;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's own GitHub account: connecting, status, disconnecting. */
@RestController
@RequestMapping("/api/v1/github")
class ConnectionController {

  private final GithubSettings settings;
  private final WebSettings web;
  private final Authorizations authorizations;
  private final GithubAccounts accounts;

  ConnectionController(
      GithubSettings settings,
      WebSettings web,
      Authorizations authorizations,
      GithubAccounts accounts) {
    this.settings = settings;
    this.web = web;
    this.authorizations = authorizations;
    this.accounts = accounts;
  }

  @GetMapping("/config-check")
  @OpenTo(OpenTo.Audience.EVERYONE)
  ConfigCheck configCheck() {
    return ConfigCheck.of(settings, web.frontendUrl());
  }

  @GetMapping("/auth")
  @Requires(Right.CONNECT_GITHUB)
  Authorization auth(Caller caller) {
    return authorizations.beginIfConfigured(caller);
  }

  @GetMapping("/connect")
  @Requires(Right.CONNECT_GITHUB)
  Authorization connect(@RequestParam(required = false) @Nullable String userId, Caller caller) {
    return authorizations.begin(caller, RequestedUser.in(userId));
  }

  @PostMapping("/connect")
  @Requires(Right.CONNECT_GITHUB)
  Authorization connect(
      @Body(value = RequestedUser.Documented.class, required = false) JsonBody body,
      @RequestParam(required = false) @Nullable String userId,
      Caller caller) {
    return authorizations.begin(caller, RequestedUser.in(body, userId));
  }

  @GetMapping("/status")
  @Requires(Right.CONNECT_GITHUB)
  AccountStatus status(Caller caller) {
    return accounts.status(caller);
  }

  @PostMapping("/disconnect")
  @Requires(Right.CONNECT_GITHUB)
  Message disconnect(Caller caller) {
    accounts.disconnect(caller);
    return new Message("GitHub account disconnected successfully");
  }
}

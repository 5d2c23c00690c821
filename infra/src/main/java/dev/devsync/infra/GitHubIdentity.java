package dev.devsync.infra;

import java.util.Map;
import software.amazon.awscdk.services.iam.WebIdentityPrincipal;

/** Trust in workflow runs of this repository's main branch, and in no others. */
final class GitHubIdentity {

  static final String ISSUER = "token.actions.githubusercontent.com";
  static final String AUDIENCE = "sts.amazonaws.com";

  private GitHubIdentity() {}

  /**
   * The subject is compared as a whole. A job that names a GitHub environment gets another subject
   * and is refused, so the workflows name none.
   */
  static WebIdentityPrincipal mainBranchOf(Account account) {
    return new WebIdentityPrincipal(
        account.gitHubProviderArn(),
        Map.of(
            "StringEquals",
            Map.of(
                ISSUER + ":aud",
                AUDIENCE,
                ISSUER + ":sub",
                "repo:" + account.repository() + ":ref:refs/heads/main")));
  }
}

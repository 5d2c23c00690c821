package dev.devsync.infra;

/**
 * What all environments share.
 *
 * @param id twelve digits
 * @param repository the GitHub repository that may deploy, as {@code owner/name}
 * @param cloudFrontPrefixList the region's managed list of the addresses CloudFront calls from
 * @param alarmEmail who is told when an alarm goes off
 */
record Account(
    String id, String region, String repository, String cloudFrontPrefixList, String alarmEmail) {

  Account {
    Setting.require("account", id, "\\d{12}", "the twelve digits of the AWS account");
    Setting.require("region", region, "[a-z]{2}(-[a-z]+)+-\\d", "an AWS region");
    Setting.require("repository", repository, "[\\w.-]+/[\\w.-]+", "owner/name as on GitHub");
    Setting.require(
        "cloudFrontPrefixList",
        cloudFrontPrefixList,
        "pl-[0-9a-f]+",
        "the id of com.amazonaws.global.cloudfront.origin-facing in the region");
    Setting.require("alarmEmail", alarmEmail, "[^@\\s]+@[^@\\s]+", "an email address");
  }

  /** The identity provider that vouches for workflow runs; one per account. */
  String gitHubProviderArn() {
    return "arn:aws:iam::" + id + ":oidc-provider/" + GitHubIdentity.ISSUER;
  }
}

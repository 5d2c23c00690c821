package dev.devsync.infra;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.constructs.Node;

/**
 * Everything an operator decides, read from the CDK context and checked before anything is built.
 */
record Settings(Account account, Environment staging, Environment production) {

  static Settings from(Node node) {
    var account =
        new Account(
            text(node, "account"),
            text(node, "region"),
            text(node, "repository"),
            text(node, "cloudFrontPrefixList"),
            text(node, "alarmEmail"));
    return new Settings(
        account,
        environment(node, account, "staging", Capacity.staging(), Protection.staging()),
        environment(node, account, "production", Capacity.production(), Protection.production()));
  }

  private static Environment environment(
      Node node, Account account, String name, Capacity capacity, Protection protection) {
    if (!(node.tryGetContext(name) instanceof Map<?, ?> settings)) {
      throw new IllegalArgumentException("Describe the environment '" + name + "' in cdk.json.");
    }
    return new Environment(
        name,
        // CloudFront reads its certificates in us-east-1 only, wherever the rest runs.
        address(settings, name, "site", "us-east-1"),
        address(settings, name, "origin", account.region()),
        gitHubSecret(settings, name),
        capacity,
        protection);
  }

  private static Environment.Address address(
      Map<?, ?> settings, String name, String role, String region) {
    var domain = Setting.text(settings, role + "Domain");
    var certificate = Setting.text(settings, role + "CertificateArn");
    Setting.require(
        name + "." + role + "Domain", domain, "([a-z0-9-]+\\.)+[a-z]+", "a domain name");
    Setting.require(
        name + "." + role + "CertificateArn",
        certificate,
        "arn:aws:acm:" + region + ":\\d{12}:certificate/.+",
        "the ARN of a certificate in " + region);
    return new Environment.Address(domain, certificate);
  }

  private static Optional<String> gitHubSecret(Map<?, ?> settings, String name) {
    var secret =
        Optional.of(Setting.text(settings, "githubSecretArn"))
            .filter(Predicate.not(String::isEmpty));
    secret.ifPresent(
        arn ->
            Setting.require(
                name + ".githubSecretArn",
                arn,
                "arn:aws:secretsmanager:[a-z0-9-]+:\\d{12}:secret:.+-\\w{6}",
                "the complete ARN of the secret, its six random characters included"));
    return secret;
  }

  private static String text(Node node, String name) {
    return node.tryGetContext(name) instanceof String text ? text.strip() : "";
  }
}

package dev.devsync.infra;

import java.util.Optional;

/**
 * One place the product runs.
 *
 * @param name {@code staging} or {@code production}; part of every name and alarm
 * @param site what people type into the browser
 * @param origin where CloudFront finds the load balancer
 * @param gitHubSecretArn the secret with the GitHub application; absent while GitHub is not used
 */
record Environment(
    String name,
    Address site,
    Address origin,
    Optional<String> gitHubSecretArn,
    Capacity capacity,
    Protection protection) {

  /** The prefix of everything that carries a name in this environment. */
  String prefix() {
    return "devsync-" + name;
  }

  String siteUrl() {
    return "https://" + site.domain();
  }

  String secretPath() {
    return "devsync/" + name + "/";
  }

  /** Holds the tag of the image that runs here, so that a change of infrastructure keeps it. */
  String imageTagParameter() {
    return "/devsync/" + name + "/image-tag";
  }

  /** Holds what the deployment pipeline has to know, as JSON. */
  String deploymentParameter() {
    return "/devsync/" + name + "/deployment";
  }

  /** A domain with the certificate that proves it. */
  record Address(String domain, String certificateArn) {}
}

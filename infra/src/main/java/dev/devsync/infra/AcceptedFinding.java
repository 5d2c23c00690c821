package dev.devsync.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/** A finding of cdk-nag that we live with, and why. */
record AcceptedFinding(String rule, String reason) {

  static AcceptedFinding of(String rule, String reason) {
    return new AcceptedFinding("AwsSolutions-" + rule, reason);
  }

  /** Accepts the finding for this construct and those inside it, nowhere else. */
  void on(IConstruct construct) {
    NagSuppressions.addResourceSuppressions(
        construct, List.of(NagPackSuppression.builder().id(rule).reason(reason).build()), true);
  }
}

package dev.devsync.infra;

import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.iam.CfnOIDCProvider;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/** What deliveries need once per account: the registry, and the trust in GitHub's workflow runs. */
final class DeliveryStack extends Stack {

  DeliveryStack(Construct scope, String id, StackProps props, Account account) {
    super(scope, id, props);
    var provider =
        CfnOIDCProvider.Builder.create(this, "GitHub")
            .url("https://" + GitHubIdentity.ISSUER)
            .clientIdList(List.of(GitHubIdentity.AUDIENCE))
            .build();
    var pusher = pusher(account);
    pusher.getNode().addDependency(provider);
    var repository = ImageRegistry.create(this, "Images");
    allowPush(repository, pusher);
    CfnOutput.Builder.create(this, "ImageRepository").value(repository.getRepositoryUri()).build();
    CfnOutput.Builder.create(this, "PushRole").value(pusher.getRoleArn()).build();
  }

  private Role pusher(Account account) {
    return Role.Builder.create(this, "Pusher")
        .roleName("devsync-image-push")
        .description("Pushes images built from the main branch")
        .assumedBy(GitHubIdentity.mainBranchOf(account))
        .maxSessionDuration(Duration.hours(1))
        .build();
  }

  private static void allowPush(Repository repository, Role pusher) {
    repository.grantPullPush(pusher);
    repository.grant(pusher, "ecr:DescribeImages");
    AcceptedFinding.of(
            "IAM5", "ecr:GetAuthorizationToken knows no resources; the rest names the repository.")
        .on(pusher);
  }
}

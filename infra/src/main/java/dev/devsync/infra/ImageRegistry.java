package dev.devsync.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecr.ImageTagMutabilityExclusionFilter;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.ecr.TagStatus;
import software.constructs.Construct;

/**
 * Where the server's images live. A tag named by a commit never moves; only {@code latest} does.
 */
final class ImageRegistry {

  static final String NAME = "devsync-server";

  private static final int KEPT_IMAGES = 100;

  private ImageRegistry() {}

  static Repository create(Construct scope, String id) {
    return Repository.Builder.create(scope, id)
        .repositoryName(NAME)
        .imageScanOnPush(true)
        .imageTagMutability(TagMutability.IMMUTABLE_WITH_EXCLUSION)
        .imageTagMutabilityExclusionFilters(
            List.of(ImageTagMutabilityExclusionFilter.wildcard("latest")))
        .lifecycleRules(List.of(untaggedAfterAWeek(), onlyTheNewest()))
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private static LifecycleRule untaggedAfterAWeek() {
    return LifecycleRule.builder()
        .rulePriority(1)
        .description("Layers nothing points to any more")
        .tagStatus(TagStatus.UNTAGGED)
        .maxImageAge(Duration.days(7))
        .build();
  }

  private static LifecycleRule onlyTheNewest() {
    return LifecycleRule.builder()
        .rulePriority(2)
        .description("Far more than one ever rolls back by")
        .tagStatus(TagStatus.ANY)
        .maxImageCount(KEPT_IMAGES)
        .build();
  }
}

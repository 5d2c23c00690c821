package dev.devsync.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** Access logs of the load balancer, the site and its bucket. */
final class LogArchive {

  private LogArchive() {}

  static Bucket create(Construct scope, String id) {
    var bucket =
        Bucket.Builder.create(scope, id)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            // The load balancer can write to buckets with S3's own keys only.
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            // CloudFront still hands its logs over by access control list.
            .objectOwnership(ObjectOwnership.OBJECT_WRITER)
            .lifecycleRules(List.of(LifecycleRule.builder().expiration(Duration.days(90)).build()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    AcceptedFinding.of("S1", "This is where access logs end; logging itself would never stop.")
        .on(bucket);
    return bucket;
  }
}

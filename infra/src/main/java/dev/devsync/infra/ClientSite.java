package dev.devsync.infra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/** One address for people: the web client from S3, the API and the sockets from the server. */
final class ClientSite {

  private static final List<String> SERVER_PATHS = List.of("/api/*", "/socket.io/*", "/health");

  private final Bucket bucket;
  private final Distribution distribution;

  ClientSite(Construct scope, Environment environment, Bucket archive) {
    bucket = bucket(scope, archive);
    distribution =
        Distribution.Builder.create(scope, "Site")
            .comment("DevSync " + environment.name())
            .domainNames(List.of(environment.site().domain()))
            .certificate(
                Certificate.fromCertificateArn(
                    scope, "SiteCertificate", environment.site().certificateArn()))
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
            .httpVersion(HttpVersion.HTTP2_AND_3)
            .priceClass(PriceClass.PRICE_CLASS_100)
            .defaultRootObject("index.html")
            .defaultBehavior(SinglePageApplication.behaviour(scope, bucket))
            .additionalBehaviors(serverBehaviours(serverOrigin(environment)))
            .enableLogging(true)
            .logBucket(archive)
            .logFilePrefix("site/")
            .build();
    acceptFindings();
  }

  Bucket bucket() {
    return bucket;
  }

  Distribution distribution() {
    return distribution;
  }

  String domainName() {
    return distribution.getDistributionDomainName();
  }

  private static Bucket bucket(Construct scope, Bucket archive) {
    return Bucket.Builder.create(scope, "Client")
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .encryption(BucketEncryption.S3_MANAGED)
        .enforceSsl(true)
        .versioned(true)
        .lifecycleRules(
            List.of(LifecycleRule.builder().noncurrentVersionExpiration(Duration.days(90)).build()))
        .serverAccessLogsBucket(archive)
        .serverAccessLogsPrefix("client-bucket/")
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private static IOrigin serverOrigin(Environment environment) {
    return HttpOrigin.Builder.create(environment.origin().domain())
        .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
        .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
        .readTimeout(Duration.seconds(120))
        .keepaliveTimeout(Duration.seconds(60))
        .build();
  }

  /** CloudFront upgrades to WebSocket by itself when the viewer's headers reach the origin. */
  private static Map<String, BehaviorOptions> serverBehaviours(IOrigin server) {
    var behaviour =
        BehaviorOptions.builder()
            .origin(server)
            .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
            .allowedMethods(AllowedMethods.ALLOW_ALL)
            .cachePolicy(CachePolicy.CACHING_DISABLED)
            .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
            .compress(false)
            .build();
    var behaviours = new LinkedHashMap<String, BehaviorOptions>();
    SERVER_PATHS.forEach(path -> behaviours.put(path, behaviour));
    return behaviours;
  }

  private void acceptFindings() {
    Annotations.of(distribution)
        .acknowledgeWarning(
            "@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk",
            "The root is index.html, and every address without a file is rewritten to it.");
    AcceptedFinding.of("CFR1", "A team's members may be anywhere; no country is shut out.")
        .on(distribution);
    AcceptedFinding.of(
            "CFR2",
            "The server limits rates by user and address and validates every input; a web"
                + " application firewall is an option with a price, described in the guide.")
        .on(distribution);
  }
}

package dev.devsync.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awscdk.services.cloudfront.AccessLevel;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOriginWithOACProps;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * Serves the client's files, and its start page for the addresses of its pages. Addresses are
 * rewritten on the way in rather than errors on the way out: error responses are rewritten for a
 * whole distribution and would turn the API's 403 and 404 into web pages.
 */
final class SinglePageApplication {

  private static final String REWRITE = "/page-addresses.js";

  private SinglePageApplication() {}

  static BehaviorOptions behaviour(Construct scope, Bucket bucket) {
    return BehaviorOptions.builder()
        .origin(
            S3BucketOrigin.withOriginAccessControl(
                bucket,
                S3BucketOriginWithOACProps.builder()
                    // Without LIST, S3 answers 403 for a file that does not exist.
                    .originAccessLevels(List.of(AccessLevel.READ, AccessLevel.LIST))
                    .build()))
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
        .responseHeadersPolicy(SecurityHeaders.create(scope, "SiteHeaders"))
        .functionAssociations(List.of(pageAddresses(scope)))
        .compress(true)
        .build();
  }

  private static FunctionAssociation pageAddresses(Construct scope) {
    var function =
        Function.Builder.create(scope, "PageAddresses")
            .comment("Answers the addresses of pages with the start page")
            .runtime(FunctionRuntime.JS_2_0)
            .code(FunctionCode.fromInline(source()))
            .build();
    return FunctionAssociation.builder()
        .eventType(FunctionEventType.VIEWER_REQUEST)
        .function(function)
        .build();
  }

  private static String source() {
    try (var source = SinglePageApplication.class.getResourceAsStream(REWRITE)) {
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

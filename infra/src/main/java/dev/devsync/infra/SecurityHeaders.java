package dev.devsync.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.constructs.Construct;

/** What browsers are told about the client's pages. The server speaks for its own answers. */
final class SecurityHeaders {

  /** Components position themselves by style attributes, hence the one exception. */
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data: https://avatars.githubusercontent.com",
          "font-src 'self'",
          "connect-src 'self'",
          "object-src 'none'",
          "base-uri 'self'",
          "form-action 'self'",
          "frame-ancestors 'self'");

  private SecurityHeaders() {}

  static ResponseHeadersPolicy create(Construct scope, String id) {
    return ResponseHeadersPolicy.Builder.create(scope, id)
        .comment("Security headers of the web client")
        .securityHeadersBehavior(
            ResponseSecurityHeadersBehavior.builder()
                .contentSecurityPolicy(contentSecurityPolicy())
                .contentTypeOptions(
                    ResponseHeadersContentTypeOptions.builder().override(true).build())
                .frameOptions(
                    ResponseHeadersFrameOptions.builder()
                        .frameOption(HeadersFrameOption.SAMEORIGIN)
                        .override(true)
                        .build())
                .referrerPolicy(
                    ResponseHeadersReferrerPolicy.builder()
                        .referrerPolicy(HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)
                        .override(true)
                        .build())
                .strictTransportSecurity(httpsForAYear())
                .build())
        .customHeadersBehavior(
            ResponseCustomHeadersBehavior.builder()
                .customHeaders(List.of(permissionsPolicy()))
                .build())
        .build();
  }

  private static ResponseCustomHeader permissionsPolicy() {
    return ResponseCustomHeader.builder()
        .header("Permissions-Policy")
        .value("camera=(), geolocation=(), microphone=()")
        .override(true)
        .build();
  }

  private static ResponseHeadersContentSecurityPolicy contentSecurityPolicy() {
    return ResponseHeadersContentSecurityPolicy.builder()
        .contentSecurityPolicy(CONTENT_SECURITY_POLICY)
        .override(true)
        .build();
  }

  private static ResponseHeadersStrictTransportSecurity httpsForAYear() {
    return ResponseHeadersStrictTransportSecurity.builder()
        .accessControlMaxAge(Duration.days(365))
        .includeSubdomains(false)
        .override(true)
        .build();
  }
}

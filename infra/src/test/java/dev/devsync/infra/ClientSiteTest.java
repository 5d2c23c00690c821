package dev.devsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientSiteTest {

  /** Ids that AWS gave to its own policies; the same in every account. */
  private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

  private static final String ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void noBucketIsOpenToTheInternet(StackTemplate stack) {
    assertThat(stack.properties("AWS::S3::Bucket")).hasSize(2);
    assertThat(stack.properties("AWS::S3::Bucket").values())
        .allSatisfy(
            bucket -> {
              assertThat(bucket.get("PublicAccessBlockConfiguration"))
                  .hasSize(4)
                  .allMatch(JsonNode::asBoolean);
              assertThat(bucket.has("WebsiteConfiguration")).isFalse();
              assertThat(bucket.has("BucketEncryption")).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void filesOfEarlierClientsAreKeptForAQuarter(StackTemplate stack) {
    var bucket = stack.only("AWS::S3::Bucket", "Client");
    assertThat(bucket.at("/VersioningConfiguration/Status").asText()).isEqualTo("Enabled");
    assertThat(
            bucket
                .at("/LifecycleConfiguration/Rules/0/NoncurrentVersionExpiration/NoncurrentDays")
                .asInt())
        .isEqualTo(90);
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void onlyThisDistributionReadsTheClientsFiles(StackTemplate stack) {
    var policy = stack.only("AWS::S3::BucketPolicy", "Client").at("/PolicyDocument/Statement");
    var readers =
        StackTemplate.items(policy)
            .filter(statement -> statement.get("Effect").asText().equals("Allow"))
            .toList();
    assertThat(readers).hasSize(1);
    var reader = readers.getFirst();
    assertThat(reader.at("/Principal/Service").asText()).isEqualTo("cloudfront.amazonaws.com");
    assertThat(StackTemplate.texts(reader.get("Action")))
        .containsExactlyInAnyOrder("s3:GetObject", "s3:ListBucket");
    assertThat(reader.at("/Condition/StringEquals/AWS:SourceArn").toString())
        .contains(stack.idOf("AWS::CloudFront::Distribution", "Site"));
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void filesAreFetchedWithSignedRequests(StackTemplate stack) {
    var control =
        stack.only("AWS::CloudFront::OriginAccessControl").get("OriginAccessControlConfig");
    assertThat(control.get("SigningBehavior").asText()).isEqualTo("always");
    assertThat(control.get("SigningProtocol").asText()).isEqualTo("sigv4");
    assertThat(site(stack).at("/Origins/0").has("OriginAccessControlId")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void errorsOfTheApiReachTheClientUnchanged(StackTemplate stack) {
    assertThat(site(stack).has("CustomErrorResponses")).isFalse();
    assertThat(site(stack).get("CacheBehaviors"))
        .noneMatch(behaviour -> behaviour.has("FunctionAssociations"));
    assertThat(site(stack).at("/DefaultCacheBehavior/FunctionAssociations")).hasSize(1);
    assertThat(site(stack).at("/DefaultCacheBehavior/FunctionAssociations/0/EventType").asText())
        .isEqualTo("viewer-request");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void apiSocketsAndHealthGoToTheServerWithEverythingAWebSocketNeeds(StackTemplate stack) {
    assertThat(site(stack).get("CacheBehaviors"))
        .extracting(behaviour -> behaviour.get("PathPattern").asText())
        .containsExactly("/api/*", "/socket.io/*", "/health");
    assertThat(site(stack).get("CacheBehaviors"))
        .allSatisfy(
            behaviour -> {
              assertThat(behaviour.get("AllowedMethods")).hasSize(7);
              assertThat(behaviour.get("CachePolicyId").asText()).isEqualTo(CACHING_DISABLED);
              assertThat(behaviour.get("OriginRequestPolicyId").asText())
                  .isEqualTo(ALL_VIEWER_EXCEPT_HOST);
              assertThat(behaviour.get("ViewerProtocolPolicy").asText()).isEqualTo("https-only");
              assertThat(behaviour.get("TargetOriginId"))
                  .isEqualTo(site(stack).at("/Origins/1/Id"));
            });
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theServerIsReachedByHttpsAndMayTakeTwoMinutes(StackTemplate stack) {
    var origin = site(stack).at("/Origins/1");
    assertThat(origin.get("DomainName").asText()).startsWith("origin.");
    var connection = origin.get("CustomOriginConfig");
    assertThat(connection.get("OriginProtocolPolicy").asText()).isEqualTo("https-only");
    assertThat(connection.get("OriginSSLProtocols"))
        .extracting(JsonNode::asText)
        .containsExactly("TLSv1.2");
    assertThat(connection.get("OriginReadTimeout").asInt()).isEqualTo(120);
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void viewersGetHttpsWithModernTlsOnTheirDomain(StackTemplate stack) {
    assertThat(site(stack).at("/DefaultCacheBehavior/ViewerProtocolPolicy").asText())
        .isEqualTo("redirect-to-https");
    assertThat(site(stack).at("/ViewerCertificate/MinimumProtocolVersion").asText())
        .isEqualTo("TLSv1.2_2021");
    assertThat(site(stack).at("/ViewerCertificate/AcmCertificateArn").asText())
        .contains("acm:us-east-1");
    assertThat(site(stack).at("/Aliases/0").asText()).endsWith("devsync.example.org");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void pagesCarrySecurityHeaders(StackTemplate stack) {
    assertThat(site(stack).at("/DefaultCacheBehavior/ResponseHeadersPolicyId/Ref").asText())
        .startsWith("SiteHeaders");
    var headers =
        stack
            .only("AWS::CloudFront::ResponseHeadersPolicy")
            .at("/ResponseHeadersPolicyConfig/SecurityHeadersConfig");
    assertThat(headers.at("/ContentSecurityPolicy/ContentSecurityPolicy").asText())
        .contains("default-src 'self'", "script-src 'self';", "object-src 'none'")
        .contains("frame-ancestors 'self'")
        .doesNotContain("unsafe-eval", "*");
    assertThat(headers.at("/FrameOptions/FrameOption").asText()).isEqualTo("SAMEORIGIN");
    assertThat(headers.has("ContentTypeOptions")).isTrue();
    assertThat(headers.at("/StrictTransportSecurity/AccessControlMaxAgeSec").asInt())
        .isEqualTo(31_536_000);
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void pagesCarryTheSameHeadersAsBehindNginx(StackTemplate stack) throws IOException {
    var template = Files.readString(Path.of("../frontend/nginx.conf.template"));
    var policy = stack.only("AWS::CloudFront::ResponseHeadersPolicy");
    var security = policy.at("/ResponseHeadersPolicyConfig/SecurityHeadersConfig");
    var custom = policy.at("/ResponseHeadersPolicyConfig/CustomHeadersConfig/Items/0");
    assertThat(template)
        .contains(
            "add_header Content-Security-Policy \"%s\" always;"
                .formatted(security.at("/ContentSecurityPolicy/ContentSecurityPolicy").asText()),
            "add_header Referrer-Policy %s always;"
                .formatted(security.at("/ReferrerPolicy/ReferrerPolicy").asText()),
            "add_header %s \"%s\" always;"
                .formatted(custom.get("Header").asText(), custom.get("Value").asText()));
    assertThat(custom.get("Header").asText()).isEqualTo("Permissions-Policy");
    assertThat(custom.get("Override").asBoolean()).isTrue();
  }

  private static JsonNode site(StackTemplate stack) {
    return stack.only("AWS::CloudFront::Distribution").get("DistributionConfig");
  }
}

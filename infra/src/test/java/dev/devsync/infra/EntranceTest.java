package dev.devsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntranceTest {

  private static final String GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theOnlyListenerSpeaksHttpsWithModernTls(StackTemplate stack) {
    var listener = stack.only("AWS::ElasticLoadBalancingV2::Listener");
    assertThat(listener.get("Port").asInt()).isEqualTo(443);
    assertThat(listener.get("Protocol").asText()).isEqualTo("HTTPS");
    assertThat(listener.get("SslPolicy").asText())
        .isEqualTo("ELBSecurityPolicy-TLS13-1-2-Res-2021-06");
    assertThat(listener.at("/Certificates/0/CertificateArn").asText()).contains("acm:eu-central-1");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void theLoadBalancerKeepsTheViewersAddressAndLogsEveryRequest(StackTemplate stack) {
    var attributes =
        attributes(
            stack.only("AWS::ElasticLoadBalancingV2::LoadBalancer"), "LoadBalancerAttributes");
    assertThat(attributes)
        .containsEntry("routing.http.xff_header_processing.mode", "preserve")
        .containsEntry("routing.http.drop_invalid_header_fields.enabled", "true")
        .containsEntry("idle_timeout.timeout_seconds", "180")
        .containsEntry("access_logs.s3.enabled", "true");
  }

  @Test
  void onlyProductionsLoadBalancerResistsDeletion() {
    assertThat(deletionProtection(Described.STAGING)).isEqualTo("false");
    assertThat(deletionProtection(Described.PRODUCTION)).isEqualTo("true");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void oneSocketSessionStaysWithOneTask(StackTemplate stack) {
    assertThat(attributes(stack.only(GROUP, "EntranceHttpsSocketsGroup"), "TargetGroupAttributes"))
        .containsEntry("stickiness.enabled", "true")
        .containsEntry("stickiness.type", "lb_cookie");
    var rule = stack.only("AWS::ElasticLoadBalancingV2::ListenerRule");
    assertThat(rule.at("/Conditions/0/PathPatternConfig/Values/0").asText())
        .isEqualTo("/socket.io/*");
    assertThat(rule.at("/Actions/0/TargetGroupArn/Ref").asText()).contains("SocketsGroup");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void restIsSpreadOverAllTasks(StackTemplate stack) {
    assertThat(attributes(stack.only(GROUP, "EntranceHttpsRestGroup"), "TargetGroupAttributes"))
        .containsEntry("stickiness.enabled", "false");
    var otherwise = stack.only("AWS::ElasticLoadBalancingV2::Listener").get("DefaultActions");
    assertThat(otherwise.at("/0/TargetGroupArn/Ref").asText()).contains("RestGroup");
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.infra.Described#environments")
  void aTaskGetsRequestsOnlyWhileHealthSaysSo(StackTemplate stack) {
    assertThat(stack.properties(GROUP)).hasSize(2);
    assertThat(stack.properties(GROUP).values())
        .allSatisfy(
            group -> {
              assertThat(group.get("HealthCheckPath").asText()).isEqualTo("/health");
              assertThat(group.at("/Matcher/HttpCode").asText()).isEqualTo("200");
              assertThat(group.get("Port").asInt()).isEqualTo(8000);
            });
  }

  private static String deletionProtection(StackTemplate stack) {
    return attributes(
            stack.only("AWS::ElasticLoadBalancingV2::LoadBalancer"), "LoadBalancerAttributes")
        .get("deletion_protection.enabled");
  }

  private static Map<String, String> attributes(JsonNode resource, String field) {
    return StackTemplate.items(resource.get(field))
        .collect(
            Collectors.toMap(
                attribute -> attribute.get("Key").asText(),
                attribute -> attribute.get("Value").asText()));
  }
}

package dev.devsync.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.devsync.documentation.Endpoint;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Role by endpoint, for every endpoint there is: as written down by hand, as declared, and as the server behaves. */
class RightsMatrixTest extends HttpTest {

  /** The largest id there can be, which no record has. */
  private static final String NO_RECORD = Integer.toString(Integer.MAX_VALUE);

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @TestFactory
  Stream<DynamicTest> everyEndpointGivesEachRoleWhatIsWrittenDown() {
    return guarded()
        .map(endpoint -> dynamicTest(endpoint.toString(), () -> assertThat(declared(endpoint)).isEqualTo(ExpectedRights.cellsOf(endpoint))));
  }

  @Test
  void noEndpointIsMissing() {
    assertThat(ExpectedRights.missingFrom(Endpoint.all(requestMappingHandlerMapping))).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> nobodyGetsInWithoutAToken() {
    return guarded()
        .map(
            endpoint ->
                dynamicTest(
                    endpoint.toString(),
                    () -> {
                      Response answer = call(anonymous(), endpoint);
                      assertThat(answer.statusCode()).isEqualTo(401);
                      assertThat(answer.jsonPath().getString("error")).isEqualTo("authorization_required");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> theGateLetsInExactlyTheRolesThatCanHaveTheRight() {
    Map<Role, TestUser> users =
        Arrays.stream(Role.values()).collect(Collectors.toMap(Function.identity(), role -> given.aUser("Somebody", role)));
    return guarded()
        .flatMap(
            endpoint ->
                Arrays.stream(Role.values())
                    .map(role -> dynamicTest(endpoint + " as " + role.wireName(), () -> check(endpoint, users.get(role)))));
  }

  private void check(Endpoint endpoint, TestUser user) {
    Right right = endpoint.right().orElseThrow();
    Response answer = call(as(user), endpoint);
    if (right.isPossibleFor(user.role())) {
      assertThat(isRefusedAtTheGate(answer, right)).as(answer.asString()).isFalse();
    } else {
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.jsonPath().getMap("")).isEqualTo(Map.of("message", right.refusal()));
    }
  }

  /** Endpoints may answer 401 and 403 for reasons of their own, with other bodies. */
  private static boolean isRefusedAtTheGate(Response answer, Right right) {
    return switch (answer.statusCode()) {
      case 401 -> answer.jsonPath().get("error") != null;
      case 403 -> right.refusal().equals(answer.jsonPath().getString("message"));
      default -> false;
    };
  }

  private static Response call(RequestSpecification request, Endpoint endpoint) {
    boolean takesBody =
        Arrays.stream(endpoint.handler().getMethodParameters()).anyMatch(p -> p.getParameterType() == JsonBody.class);
    RequestSpecification prepared = takesBody ? request.contentType("application/json").body("{}") : request;
    return prepared.basePath("").request(endpoint.method().name(), endpoint.path().replaceAll("\\{\\w+}", NO_RECORD));
  }

  private static String declared(Endpoint endpoint) {
    Right right = endpoint.right().orElseThrow();
    return Arrays.stream(Role.values()).map(right::wordsFor).collect(Collectors.joining(" | "));
  }

  private Stream<Endpoint> guarded() {
    List<Endpoint> all = Endpoint.all(requestMappingHandlerMapping);
    return all.stream().filter(endpoint -> endpoint.right().isPresent());
  }
}

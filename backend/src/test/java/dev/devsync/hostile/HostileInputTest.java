package dev.devsync.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.devsync.documentation.Endpoint;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Sends every endpoint what nobody should send: in each field of its body, each query parameter and
 * each path.
 */
class HostileInputTest extends HttpTest {

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1.5",
          "2147483648",
          "1e400",
          "123456789012345678901234567890",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"%00'\\\";--\"",
          "\"" + "😀".repeat(300) + "\"",
          "\"99999-01-01\"",
          "\"-4713-01-01T00:00:00Z\"",
          "[]",
          "[null]",
          "[[1]]",
          "[\"\\u0000\"]",
          "[2147483648]",
          "{}",
          "{\"a\":{\"b\":null}}",
          "{\"\\u0000\":true}");

  private static final List<String> QUERY_VALUES =
      List.of(
          "",
          "x",
          "-1",
          "0",
          "1.5",
          "2147483648",
          "99999999999999999999",
          "\u0000",
          "\ud83d\ude00",
          "%",
          "_\\",
          "'",
          "a".repeat(3_000),
          "9999999-01-01",
          "2026-13-45",
          "null",
          "[1,2]",
          ",,,");

  private static final Pattern VARIABLE = Pattern.compile("([\\w-]+)/\\{\\w+}");

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private TestUser ada;
  private Map<String, Object> ids;

  @BeforeEach
  void somethingOfEverything() {
    ada = given.anAdmin();
    TestUser dave = given.aDeveloper("Dave");
    TestTask task = given.aTask("Target", dave).in(given.aProject("Apollo", dave)).assignedTo(dave);
    ids =
        Map.of(
            "users", dave.id(),
            "tasks", task.id(),
            "projects", jdbc.sql("SELECT id FROM projects").query(Integer.class).single(),
            "comments", given.aComment("hello", task, dave),
            "repositories", given.aRepository("octo/cat"),
            "sessions", dave.session());
  }

  @TestFactory
  Stream<DynamicTest> noFieldOfABodyBreaksTheServer() {
    return endpoints()
        .filter(endpoint -> !RequestFields.ofBody(endpoint).isEmpty())
        .map(endpoint -> dynamicTest(endpoint.toString(), () -> tryBodies(endpoint)));
  }

  @TestFactory
  Stream<DynamicTest> noQueryBreaksTheServer() {
    return endpoints()
        .filter(endpoint -> endpoint.method().name().equals("GET"))
        .map(endpoint -> dynamicTest(endpoint.toString(), () -> tryQueries(endpoint)));
  }

  private void tryBodies(Endpoint endpoint) {
    Map<String, String> plausible = RequestFields.ofBody(endpoint);
    for (String field : plausible.keySet()) {
      for (String value : VALUES) {
        String json = RequestFields.json(plausible, field, value);
        Response answer = call(endpoint, as(ada, json), "");
        assertHarmless(answer, endpoint + " " + json);
      }
    }
  }

  private void tryQueries(Endpoint endpoint) {
    for (String name : RequestFields.ofQuery(endpoint)) {
      for (String value : QUERY_VALUES) {
        String query = "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        assertHarmless(call(endpoint, as(ada), query), endpoint + " " + query);
      }
    }
  }

  private static void assertHarmless(Response answer, String what) {
    boolean gitHubIsOff = answer.statusCode() == 503 && answer.asString().contains("GitHub");
    assertThat(answer.statusCode() < 500 || gitHubIsOff || isConfiguration(answer))
        .as("%s answered %d %s", what, answer.statusCode(), answer.asString())
        .isTrue();
  }

  /** Without an OAuth application the contract answers 500 with this text. */
  private static boolean isConfiguration(Response answer) {
    return answer.asString().contains("GitHub OAuth configuration is incomplete");
  }

  private Response call(Endpoint endpoint, RequestSpecification request, String query) {
    return request
        .basePath("")
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .request(endpoint.method().name(), concrete(endpoint.path()) + query);
  }

  private String concrete(String path) {
    Matcher matcher = VARIABLE.matcher(path);
    return matcher.replaceAll(found -> found.group(1) + "/" + ids.getOrDefault(found.group(1), 1));
  }

  private Stream<Endpoint> endpoints() {
    return Endpoint.all(requestMappingHandlerMapping).stream()
        .filter(e -> e.path().startsWith("/api/v1/"));
  }
}

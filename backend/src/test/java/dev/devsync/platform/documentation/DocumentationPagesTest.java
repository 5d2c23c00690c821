package dev.devsync.platform.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.devsync.testing.HttpTest;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationPagesTest extends HttpTest {

  private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  private RequestSpecification browser() {
    return anonymous().basePath("").redirects().follow(false);
  }

  @Test
  void theShortAddressLeadsToThePage() {
    browser().get("/api/docs").then().statusCode(302).header("Location", equalTo("/api/docs/"));
  }

  @Test
  void thePageRunsNothingButFilesOfThisServer() {
    browser()
        .get("/api/docs/")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self';"))
        .body("html.head.title", equalTo("DevSync API Documentation"))
        .body(not(containsString("<script>")));
  }

  @Test
  void everythingThePageRefersToIsThere() {
    Matcher references = REFERENCE.matcher(browser().get("/api/docs/").asString());

    assertThat(references.results().map(found -> found.group(1)).toList())
        .isNotEmpty()
        .allSatisfy(
            reference ->
                browser().get(reference.startsWith("/") ? reference : "/api/docs/" + reference).then().statusCode(200));
  }

  @Test
  void theDocumentIsServedAsYaml() {
    browser()
        .get("/api/swagger.yaml")
        .then()
        .statusCode(200)
        .contentType("text/yaml")
        .body(containsString("title: DevSync API"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "swagger-ui.js", "oauth2-redirect.html", "..%2Fapplication.yaml", "a/b"})
  void otherFilesAreNotServed(String name) {
    browser().urlEncodingEnabled(false).get("/api/docs/" + name).then().statusCode(404).body("message", equalTo("Resource not found"));
  }
}

package dev.devsync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.platform.configuration.WebSettings;
import dev.devsync.testing.HttpTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest extends HttpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:3000",
        "http://127.0.0.1:3000",
        "http://192.168.1.7:8080",
        "https://10.0.0.1"
      })
  void allowedOriginsAreEchoedAlsoOnErrors(String origin) {
    for (Response answer :
        new Response[] {
          anonymous().header("Origin", origin).get("/users"),
          anonymous().header("Origin", origin).get("/nothing"),
          anonymous().header("Origin", origin).delete("/users"),
          as(given.aDeveloper()).header("Origin", origin).get("/users")
        }) {
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
      assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
      assertThat(answer.header("Access-Control-Expose-Headers"))
          .contains("Content-Type", "Authorization", "Retry-After");
      assertThat(String.join(",", answer.getHeaders().getValues("Vary")))
          .containsIgnoringCase("origin");
    }
  }

  @Test
  void otherOriginsGetTheAnswerWithoutTheHeaders() {
    Response answer = as(given.aDeveloper()).header("Origin", "https://evil.example").get("/users");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
  }

  @Test
  void preflightSaysWhatIsAllowed() {
    Response answer =
        anonymous()
            .header("Origin", "http://localhost:3000")
            .header("Access-Control-Request-Method", "PUT")
            .options("/users/1");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Methods"))
        .isEqualTo("GET, POST, PUT, DELETE, OPTIONS, PATCH");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .contains("Content-Type", "Authorization", "X-Requested-With", "X-CSRF-TOKEN");
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("600");
    Response refused = anonymous().header("Origin", "https://evil.example").options("/users/1");
    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.header("Access-Control-Allow-Methods")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, true",
    "https://other.example, true",
    "https://app.example.com:8443, false",
    "http://192.168.1.7, false",
    "http://localhost:3000, true"
  })
  void productionAllowsOnlyWhatIsListed(String origin, boolean allowed) {
    WebSettings settings =
        new WebSettings(
            "production",
            "https://app.example.com/",
            " https://other.example ,, https://x.example");
    assertThat(new AllowedOrigins(settings).contains(origin)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "http://172.15.0.1, false",
    "http://172.16.0.1, true",
    "http://172.31.0.1:99, true",
    "http://172.32.0.1, false",
    "http://10.0.0.1.evil.example, false",
    "ftp://10.0.0.1, false"
  })
  void privateNetworksAreAllowedInDevelopment(String origin, boolean allowed) {
    WebSettings settings = new WebSettings("development", "http://localhost:3000", "");
    assertThat(new AllowedOrigins(settings).contains(origin)).isEqualTo(allowed);
  }
}

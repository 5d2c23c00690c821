package dev.devsync.platform.security;

import static io.restassured.RestAssured.given;

import dev.devsync.testing.HttpTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {
      "devsync.web.environment=production",
      "devsync.web.frontend-url=https://team.example"
    })
class SecurityHeadersTest extends HttpTest {

  @ParameterizedTest
  @CsvSource({"/, 200", "/health, 200", "/api/docs/, 200", "/api/v1/auth/me, 401", "/nowhere, 404"})
  void everyAnswerTellsBrowsersToBeCareful(String path, int status) {
    given()
        .port(port)
        .get(path)
        .then()
        .statusCode(status)
        .header("X-Frame-Options", "SAMEORIGIN")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        .header("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
  }
}

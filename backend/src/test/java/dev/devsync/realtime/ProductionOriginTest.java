package dev.devsync.realtime;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.HttpTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {
      "devsync.web.environment=production",
      "devsync.web.frontend-url=https://team.example"
    })
class ProductionOriginTest extends HttpTest {

  @ParameterizedTest
  @CsvSource({
    "https://team.example, 200",
    "http://localhost:8000, 200",
    "https://evil.example, 403",
    "https://localhost.evil.example, 403",
    "null, 403"
  })
  void onlyPagesOfTheTeamMayOpenSockets(String origin, int status) {
    assertThat(
            given()
                .port(port)
                .header("Origin", origin)
                .get("/socket.io/?EIO=4&transport=polling")
                .statusCode())
        .isEqualTo(status);
  }
}

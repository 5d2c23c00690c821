package dev.devsync.platform.ratelimit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.Test;

class RouteLimitTest extends HttpTest {

  @Test
  void aLimitedRouteAnswersEachClientSoManyTimesAMinute() {
    TestUser ada = given.anAdmin();
    TestUser other = given.anAdmin();
    String path = "/admin/users/%d/role".formatted(ada.id());
    for (int i = 0; i < 10; i++) {
      as(ada, "{}").put(path).then().statusCode(400);
    }
    as(ada, "{}")
        .put(path)
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("message", equalTo("Rate limit exceeded. Please try again later."));
    as(ada, "{")
        .put(path)
        .then()
        .statusCode(400)
        .body("message", equalTo("Invalid JSON format in request body"));
    as(other, "{}").put(path).then().statusCode(400);
  }
}

package dev.devsync.platform.ratelimit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "devsync.rate-limit.requests=5")
class RateLimitTest extends HttpTest {

  @Test
  void usersBehindOneProxyDoNotShareALimit() {
    TestUser dave = given.aDeveloper("Dave");
    TestUser eve = given.aDeveloper("Eve");
    for (int i = 0; i < 5; i++) {
      as(dave).get("/auth/me").then().statusCode(200);
    }
    as(dave)
        .header("Origin", "http://localhost:3000")
        .get("/auth/me")
        .then()
        .statusCode(429)
        .header("Retry-After", matchesPattern("[1-9]\\d?"))
        .header("Access-Control-Allow-Origin", "http://localhost:3000")
        .body("status", equalTo("error"))
        .body("message", equalTo("Global rate limit exceeded. Please try again later."));
    as(eve).get("/auth/me").then().statusCode(200);
  }

  @Test
  void anonymousClientsAreToldApartByTheirForwardedAddress() {
    for (int i = 0; i < 5; i++) {
      anonymous().header("X-Forwarded-For", "198.51.100.1").get("/nothing").then().statusCode(404);
    }
    anonymous().header("X-Forwarded-For", "198.51.100.1").get("/nothing").then().statusCode(429);
    anonymous().header("X-Forwarded-For", "198.51.100.2").get("/nothing").then().statusCode(404);
  }

  @Test
  void someRequestsAreNotCounted() {
    String address = "198.51.100.3";
    for (int i = 0; i < 10; i++) {
      anonymous()
          .basePath("")
          .header("X-Forwarded-For", address)
          .get("/health")
          .then()
          .statusCode(200);
      anonymous().basePath("").header("X-Forwarded-For", address).get("/").then().statusCode(200);
      anonymous().header("X-Forwarded-For", address).options("/users").then().statusCode(200);
    }
    anonymous().header("X-Forwarded-For", address).get("/nothing").then().statusCode(404);
  }
}

package dev.devsync.platform.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.HttpTest;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedAddressTest extends HttpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users/1%2F2",
        "/users;a=1",
        "/users/%2e%2e/x",
        "/users/",
        "/users/1%0A",
        "/users/-1",
        "/users/1.5"
      })
  void anAddressNothingCanHaveIsUnknown(String path) {
    anonymous()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(404)
        .body("message", equalTo("Resource not found"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/%zz", "/users/%", "/users/%00", "/users/1%5C2"})
  void anAddressThatCannotBeDecodedIsABadRequestInJson(String path) throws Exception {
    assertThat(raw(path))
        .startsWith("HTTP/1.1 400")
        .contains("Content-Type: application/json")
        .contains("{\"status\":\"error\",\"message\":\"Bad Request\"}");
  }

  /** Sent by hand, because HTTP clients like to tidy such paths up. */
  @ParameterizedTest
  @ValueSource(strings = {"//users", "/users//1", "/users/./1", "/projects/../users"})
  void anAddressThatIsNotInItsPlainFormIsUnknown(String path) throws Exception {
    assertThat(raw(path)).startsWith("HTTP/1.1 404").contains("Resource not found");
  }

  private String raw(String path) throws Exception {
    String request =
        "GET /api/v1%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path);
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anIdThatNoRecordCanHaveIsUnknown() {
    as(given.anAdmin())
        .get("/users/99999999999")
        .then()
        .statusCode(404)
        .body("message", equalTo("Resource not found"));
  }
}

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
    return sent("GET", path, "", "");
  }

  private String sent(String method, String path, String headers, String body) throws Exception {
    String request =
        "%s /api/v1%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n%s"
            .formatted(method, path, headers, body);
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tasks?q=%", "/tasks?q=%zz", "/tasks?=x&%", "/users?role=%"})
  void aQueryThatCannotBeDecodedIsABadRequestInJson(String path) throws Exception {
    String token = "Authorization: Bearer " + given.anAdmin().token() + "\r\n";
    assertThat(sent("GET", path, token, ""))
        .startsWith("HTTP/1.1 400")
        .contains("{\"status\":\"error\",\"message\":\"Bad Request\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void aFormIsNotReadWhereNoneIsExpected(String method) throws Exception {
    String form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n";
    assertThat(sent(method, "/nowhere", form, "%zz")).startsWith("HTTP/1.1 404");
  }

  @Test
  void aHeaderMayHoldAnyText() throws Exception {
    String body = "{\"email\":\"nobody@example.com\",\"password\":\"wrong\"}";
    String headers =
        "User-Agent: it\u00e2\u0080\u0099s me\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
            .formatted(body.length());
    assertThat(sent("POST", "/auth/login", headers, body)).startsWith("HTTP/1.1 401");
  }

  @Test
  void aParameterMayHaveAnyName() {
    as(given.anAdmin()).urlEncodingEnabled(false).get("/tasks?a%0Ab=1").then().statusCode(200);
  }

  @Test
  void aMethodThatNoPathHasIsAnsweredLikeAnyWrongOne() throws Exception {
    assertThat(sent("PROPFIND", "/tasks", "", ""))
        .startsWith("HTTP/1.1 405")
        .contains("Allow: ")
        .contains("Method not allowed");
  }

  @Test
  void aBodyThatIsNotCutIntoChunksAsAnnouncedIsABadRequest() throws Exception {
    String chunked = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n";
    assertThat(sent("POST", "/auth/login", chunked, "zz\r\n")).startsWith("HTTP/1.1 400");
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

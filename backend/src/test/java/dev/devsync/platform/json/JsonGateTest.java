package dev.devsync.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.HttpTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonGateTest extends HttpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;charset=utf-8",
        "APPLICATION/JSON",
        "application/vnd.api+json"
      })
  void jsonContentTypesPass(String type) {
    anonymous()
        .contentType(type)
        .body("{}")
        .post("/auth/login")
        .then()
        .statusCode(400)
        .body("message", equalTo("Email and password required"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/xml", "multipart/form-data", "application/jsonx"})
  void otherContentTypesAreRefused(String type) {
    anonymous()
        .header("Content-Type", type)
        .body("{}".getBytes(StandardCharsets.UTF_8))
        .post("/auth/login")
        .then()
        .statusCode(400)
        .body("status", equalTo("error"))
        .body("message", equalTo("Missing JSON in request body"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
  void onlyUtf8IsJson(String charset) {
    anonymous()
        .header("Content-Type", "application/json")
        .body("{\"email\":\"a\"}".getBytes(Charset.forName(charset)))
        .post("/auth/login")
        .then()
        .statusCode(400)
        .body("message", equalTo("Invalid JSON format in request body"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"email\":}",
        "nonsense",
        "{} {}",
        "{\"a\":1,\"a\":2}",
        "{'a':1}",
        "{\"a\":NaN}",
        "[1,]",
        "{\"a\":1e}",
        "{\"x\":{\"a\":1,\"a\":2}}"
      })
  void textThatDoesNotParseIsRefused(String body) {
    anonymous()
        .contentType("application/json")
        .body(body)
        .post("/auth/login")
        .then()
        .statusCode(400)
        .body("status", equalTo("error"))
        .body("message", equalTo("Invalid JSON format in request body"));
  }

  @Test
  void extremesAreRefusedWithoutHarm() {
    for (String body :
        new String[] {
          "[".repeat(100_000),
          "{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
          "{\"a\":1" + "0".repeat(5_000) + "}"
        }) {
      anonymous(body).post("/auth/login").then().statusCode(400);
    }
    anonymous()
        .contentType("application/json")
        .body(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'})
        .post("/auth/login")
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "7", "\"text\"", "true"})
  void anythingButAnObjectIsRefused(String body) {
    anonymous(body)
        .post("/auth/login")
        .then()
        .statusCode(400)
        .body("message", equalTo("Invalid or missing JSON body"));
  }

  @Test
  void authenticationComesBeforeTheBody() {
    anonymous("{").put("/profile").then().statusCode(401);
    as(given.aDeveloper(), "{").post("/admin/users").then().statusCode(403);
  }

  @Test
  void largeBodiesPassUpToTheLimit() {
    String filler = "x".repeat(10 * 1024 * 1024 - 100);
    anonymous("{\"filler\":\"" + filler + "\"}")
        .post("/auth/login")
        .then()
        .statusCode(400)
        .body("message", equalTo("Email and password required"));
    anonymous("{\"filler\":\"" + filler + "x".repeat(200_000) + "\"}")
        .post("/auth/login")
        .then()
        .statusCode(413)
        .body("message", equalTo("Request body too large"))
        .body("status", equalTo("error"));
  }

  @Test
  void aBodyOfCountlessValuesIsTooLargeThoughItHasFewBytes() {
    String values = "{},".repeat(200_000) + "{}";
    anonymous("{\"x\":[" + values + "]}")
        .post("/auth/login")
        .then()
        .statusCode(413)
        .body("message", equalTo("Request body too large"));
    as(
            given.anAdmin(),
            "{\"report_type\":\"tasks\",\"date_range\":\"week\",\"summary\":{},\"details\":["
                + values
                + "]}")
        .post("/reports")
        .then()
        .statusCode(201);
  }

  @Test
  void onlyAFewLargeBodiesAreTakenInAtATime() throws Exception {
    String large = "{\"filler\":\"" + "x".repeat(300_000) + "\"}";
    List<Socket> stalled = new ArrayList<>();
    try {
      for (int n = 0; n < LargeBodies.MOST_AT_ONCE; n++) {
        stalled.add(halfSent(large));
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  anonymous(large)
                      .post("/auth/login")
                      .then()
                      .statusCode(503)
                      .header("Retry-After", "5"));
      anonymous("{}").post("/auth/login").then().statusCode(400);
    } finally {
      for (Socket socket : stalled) {
        socket.close();
      }
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> anonymous(large).post("/auth/login").then().statusCode(400));
  }

  /** All of the body but its last byte. */
  private Socket halfSent(String body) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    String head =
        "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: %d\r\n\r\n".formatted(body.length());
    socket.getOutputStream().write((head + body.substring(1)).getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void rawValuesKeepTheirText() {
    String json =
        "{\"a\": [1], \"summary\" : {\"b\": 1.00, \"a\":1E5, \"ä\":\"\\u00e4\"} , \"details\":[ 1.0 ]}";
    JsonBody body = JsonGate.parse(json.getBytes(StandardCharsets.UTF_8));
    assertThat(body.rawJson("summary", JsonBody.Kind.OBJECT, "x"))
        .isEqualTo("{\"b\": 1.00, \"a\":1E5, \"ä\":\"\\u00e4\"}");
    assertThat(body.rawJson("details", JsonBody.Kind.ARRAY, "x")).isEqualTo("[ 1.0 ]");
    assertThat(body.rawJson("missing", JsonBody.Kind.ARRAY, "x")).isNull();
  }
}

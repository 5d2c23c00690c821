package dev.devsync.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The check itself must see what is wrong, or every test that relies on it proves nothing. */
class OpenApiValidationTest extends HttpTest {

  private static final OpenApiDocument DOCUMENT =
      new OpenApiDocument(
          new YAMLMapper()
              .readTree(
                  """
                  openapi: 3.1.0
                  paths:
                    /things/{id}:
                      get:
                        responses:
                          "200":
                            content:
                              application/json: {schema: {$ref: "#/components/schemas/Thing"}}
                          "404": {$ref: "#/components/responses/Missing"}
                      delete:
                        responses:
                          "204": {description: gone}
                    /things/all:
                      get:
                        responses:
                          "200":
                            content:
                              text/csv: {schema: {type: string}}
                  components:
                    responses:
                      Missing:
                        content:
                          application/json: {schema: {$ref: "#/components/schemas/NotFound"}}
                    schemas:
                      NotFound: {type: object, required: [message], properties: {message: {type: string}}}
                      MethodNotAllowed: {type: object, required: [error], properties: {error: {type: string}}}
                      RateLimited: {type: object}
                      Thing:
                        type: object
                        required: [id, at]
                        properties:
                          id: {type: integer}
                          at: {type: [string, "null"], format: date-time}
                          part: {anyOf: [{$ref: "#/components/schemas/NotFound"}, {type: "null"}]}
                  """));

  private static java.util.List<String> problems(String path, int status, String body) {
    return DOCUMENT.answer("GET", path, status).orElseThrow().problemsOf("application/json", body.getBytes());
  }

  @Test
  void anAnswerAsDocumentedIsRight() {
    assertThat(problems("/things/7", 200, "{\"id\": 7, \"at\": \"2026-05-07T12:00:00Z\", \"part\": null}")).isEmpty();
    assertThat(problems("/things/7", 404, "{\"message\": \"no\"}")).isEmpty();
  }

  @Test
  void aMissingFieldIsSeen() {
    assertThat(problems("/things/7", 200, "{\"id\": 7}")).singleElement().asString().contains("at");
  }

  @Test
  void anUndocumentedFieldIsSeenAtAnyDepth() {
    assertThat(problems("/things/7", 200, "{\"id\": 7, \"at\": null, \"colour\": \"red\"}")).isNotEmpty();
    assertThat(problems("/things/7", 200, "{\"id\": 7, \"at\": null, \"part\": {\"message\": \"\", \"x\": 1}}"))
        .isNotEmpty();
  }

  @Test
  void aWrongTypeOrFormatIsSeen() {
    assertThat(problems("/things/7", 200, "{\"id\": \"7\", \"at\": null}")).isNotEmpty();
    assertThat(problems("/things/7", 200, "{\"id\": 7, \"at\": \"2026-05-07T12:00:00\"}")).isNotEmpty();
  }

  @Test
  void anUndocumentedStatusIsUnknown() {
    assertThat(DOCUMENT.answer("GET", "/things/7", 409)).isEmpty();
  }

  @Test
  void anotherMediaTypeIsSeen() {
    assertThat(DOCUMENT.answer("GET", "/things/all", 200).orElseThrow().problemsOf("text/plain", new byte[1]))
        .isNotEmpty();
  }

  @Test
  void aBodyWhereNoneBelongsIsSeen() {
    DocumentedAnswer empty = DOCUMENT.answer("DELETE", "/things/7", 204).orElseThrow();

    assertThat(empty.problemsOf(null, new byte[0])).isEmpty();
    assertThat(empty.problemsOf("application/json", new byte[1])).isNotEmpty();
  }

  @Test
  void unknownPathsAndMethodsMayOnlyBeRefused() {
    assertThat(DOCUMENT.answer("GET", "/other", 200)).isEmpty();
    assertThat(DOCUMENT.answer("GET", "/other", 404)).isPresent();
    assertThat(DOCUMENT.answer("PUT", "/things/7", 200)).isEmpty();
    assertThat(DOCUMENT.answer("PUT", "/things/7", 405)).isPresent();
  }

  @Test
  void theServersAnswersPass() {
    var client = given().port(port).filter(new OpenApiValidation());

    client.get("/health").then().statusCode(200);
    client.get("/").then().statusCode(200);
    client.get("/nowhere").then().statusCode(404);
    client.put("/health").then().statusCode(405);
    client.get("/api/v1/profile").then().statusCode(401);
  }

  @Test
  void bodiesAreReadAsDocumented() {
    String login = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(given.anAdmin().email(), Given.PASSWORD);

    anonymous(login).post("/auth/login").then().statusCode(200);
  }
}

package dev.devsync.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.devsync.platform.access.OpenTo;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.json.RawJson;
import dev.devsync.platform.json.Required;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Message;
import dev.devsync.platform.web.Query;
import dev.devsync.platform.web.Refuses;
import dev.devsync.platform.web.Streamed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How handlers and records become the document, one convention at a time. */
class OpenApiGeneratorTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  record Thing(
      int id,
      @Nullable String shortName,
      Instant madeAt,
      Role role,
      @Nullable Role formerRole,
      List<@Nullable Part> parts,
      Map<String, Boolean> switches,
      @RawJson(JsonBody.Kind.ARRAY) String details,
      @JsonProperty("dateRange") String range,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer change,
      @Schema(allowableValues = {"open", "closed"}) @Nullable String state) {}

  record Part(long number) {}

  record Things(List<Thing> things) {}

  record NewThing(String name, @Nullable Integer weight, @Required @Nullable String description) {}

  record ThingQuery(@Nullable String sortBy, boolean all) {}

  record Conflict(String message, Thing thing) {}

  @SuppressWarnings("unused")
  static class Handlers {

    @OpenTo(OpenTo.Audience.EVERYONE)
    Thing thing() {
      throw new UnsupportedOperationException();
    }

    @Requires(Right.CHANGE_PROJECTS)
    @Answers(value = Thing.class, status = 201)
    @Answers(value = Conflict.class, status = 409)
    @Refuses(404)
    ResponseEntity<Object> create(@Body(NewThing.class) JsonBody body) {
      throw new UnsupportedOperationException();
    }

    @Requires(Right.LIST_PEOPLE)
    @Answers(Things.class)
    Streamed<Thing> stream(
        @RequestParam @Query(ThingQuery.class) MultiValueMap<String, String> query) {
      throw new UnsupportedOperationException();
    }

    @Requires(Right.LIST_PEOPLE)
    @Operation(security = @SecurityRequirement(name = "accessToken"))
    Thing withoutCookies() {
      throw new UnsupportedOperationException();
    }

    @OpenTo(OpenTo.Audience.EVERYONE)
    Object vague() {
      throw new UnsupportedOperationException();
    }

    @OpenTo(OpenTo.Audience.EVERYONE)
    Message undescribed(JsonBody body) {
      throw new UnsupportedOperationException();
    }
  }

  private static JsonNode document(String handler, Class<?>... parameters) throws Exception {
    var method = Handlers.class.getDeclaredMethod(handler, parameters);
    Endpoint endpoint =
        new Endpoint(
            RequestMethod.POST, "/api/v1/things", new HandlerMethod(new Handlers(), method));
    return new YAMLMapper().readTree(new OpenApiGenerator(JSON).write(List.of(endpoint)));
  }

  private static void assertSame(JsonNode actual, String expected) {
    assertThat(actual).isEqualTo(new YAMLMapper().readTree(expected));
  }

  @Test
  void aRecordBecomesASchemaWithTheNamesAndNullsOfItsJson() throws Exception {
    assertSame(
        document("thing").at("/components/schemas/Thing"),
        """
        type: object
        required: [id, short_name, made_at, role, former_role, parts, switches, details, dateRange, state]
        properties:
          id: {type: integer, format: int32}
          short_name: {type: [string, "null"]}
          made_at: {type: string, format: date-time}
          role: {$ref: "#/components/schemas/Role"}
          former_role: {anyOf: [{$ref: "#/components/schemas/Role"}, {type: "null"}]}
          parts: {type: array, items: {anyOf: [{$ref: "#/components/schemas/Part"}, {type: "null"}]}}
          switches: {type: object, additionalProperties: {type: boolean}}
          details: {type: array, items: {}}
          dateRange: {type: string}
          change: {type: integer, format: int32}
          state: {type: [string, "null"], enum: [open, closed, null]}
        """);
    assertSame(
        document("thing").at("/components/schemas/Role/enum"), "[developer, team_lead, admin]");
  }

  @Test
  void aRequestMustCarryWhatMayNotBeNullAndWhatIsMarked() throws Exception {
    assertSame(
        document("create", JsonBody.class).at("/components/schemas/NewThing"),
        """
        type: object
        required: [name, description]
        properties:
          name: {type: string}
          weight: {type: [integer, "null"], format: int32}
          description: {type: [string, "null"]}
        """);
  }

  @Test
  void severalStatusesAreDocumentedWithTheErrorsThatFollow() throws Exception {
    JsonNode responses =
        document("create", JsonBody.class).at("/paths/~1api~1v1~1things/post/responses");

    assertThat(responses.propertyNames())
        .containsExactly("201", "400", "401", "403", "404", "409", "413", "429", "500", "503");
    assertSame(
        responses.at("/201/content/application~1json/schema"),
        "{$ref: '#/components/schemas/Thing'}");
    assertSame(
        responses.at("/409/content/application~1json/schema"),
        "{$ref: '#/components/schemas/Conflict'}");
  }

  @Test
  void aStreamedListAndItsQueryAreDocumentedByRecords() throws Exception {
    JsonNode operation =
        document("stream", MultiValueMap.class).at("/paths/~1api~1v1~1things/post");

    assertSame(
        operation.at("/responses/200/content/application~1json/schema"),
        "{$ref: '#/components/schemas/Things'}");
    assertSame(
        operation.at("/parameters"),
        """
        - {name: sort_by, in: query, required: false, schema: {type: string}}
        - {name: all, in: query, required: true, schema: {type: boolean}}
        """);
  }

  @Test
  void theRightStandsInTheDocument() throws Exception {
    JsonNode operation = document("create", JsonBody.class).at("/paths/~1api~1v1~1things/post");

    assertThat(operation.get("x-right").asString()).isEqualTo("CHANGE_PROJECTS");
    assertSame(operation.get("security"), "[{accessToken: []}, {accessCookie: []}]");
  }

  @Test
  void aHandlerMayNarrowTheWaysToSignIn() throws Exception {
    JsonNode operation = document("withoutCookies").at("/paths/~1api~1v1~1things/post");

    assertSame(operation.get("security"), "[{accessToken: []}]");
  }

  @Test
  void aHandlerThatDoesNotSayWhatItAnswersOrReadsIsAnError() {
    assertThatThrownBy(() -> document("vague")).hasMessageContaining("@Answers");
    assertThatThrownBy(() -> document("undescribed", JsonBody.class)).hasMessageContaining("@Body");
  }
}

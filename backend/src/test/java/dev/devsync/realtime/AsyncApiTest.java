package dev.devsync.realtime;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.OpenApiValidation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class AsyncApiTest extends LiveTest {

  private static final String MENTION =
      "{\"task_id\":1,\"comment_id\":2,\"mentioned_by\":3,\"timestamp\":\"then\",\"seq\":4%s}";

  @Test
  void theDocumentIsServedBesideThatOfTheApi() throws IOException {
    String served =
        given()
            .port(port)
            .filter(new OpenApiValidation())
            .get("/api/asyncapi.yaml")
            .then()
            .statusCode(200)
            .contentType("text/yaml")
            .extract()
            .asString();

    assertThat(served)
        .isEqualTo(
            new ClassPathResource("asyncapi.yaml").getContentAsString(StandardCharsets.UTF_8));
  }

  @Test
  void itNamesExactlyTheCommandsThatAreUnderstood() throws IOException {
    Set<String> documented = new TreeSet<>(LiveDocument.SERVED.messages("socket", "receive"));
    documented.remove("connect");

    assertThat(documented).isEqualTo(casesOf("ClientEvents"));
    assertThat(LiveDocument.SERVED.messages("stream", "receive"))
        .isEqualTo(casesOf("StreamEvents"));
  }

  private static Set<String> casesOf(String handler) throws IOException {
    Matcher cases =
        Pattern.compile("case \"(\\w+)\" ->")
            .matcher(
                Files.readString(
                    Path.of("src/main/java/dev/devsync/realtime/" + handler + ".java")));
    Set<String> names = new TreeSet<>();
    while (cases.find()) {
      names.add(cases.group(1));
    }
    return names;
  }

  @Test
  void everyCommandIsAnsweredAsDocumented() throws Exception {
    LiveClient tab = tabOf(given.aDeveloper("Dave"));

    for (String command : LiveDocument.SERVED.messages("socket", "receive")) {
      if (!command.equals("connect")) {
        assertThat(tab.emit(command, new JSONObject()).optString("message"))
            .isNotEqualTo("Unknown event");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"'', true", "',\"extra\":5', false", "',\"seq\":\"5\"', false"})
  void theCheckSeesWhatIsWrong(String more, boolean isRight) {
    assertThat(LiveDocument.SERVED.problemsOf("user_mentioned", MENTION.formatted(more)).isEmpty())
        .isEqualTo(isRight);
  }

  @Test
  void theCheckKnowsNothingThatIsNotDocumented() {
    assertThat(LiveDocument.SERVED.problemsOf("surprise", "{}")).isNotEmpty();
    assertThat(LiveDocument.SERVED.problemsOf("notification", "{\"id\":1,\"seq\":2}")).isNotEmpty();
  }
}

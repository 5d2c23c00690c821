package dev.devsync.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.testing.RandomInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  private static JsonBody body(String json) {
    return JsonGate.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.testing.RandomInput#seeds")
  void everyIdIsReadFromANumberAndFromDigits(RandomInput random) {
    int id = random.between(0, Integer.MAX_VALUE);
    assertThat(body("{\"id\":" + id + "}").id("id", "no").value()).isEqualTo(id);
    assertThat(body("{\"id\":\"" + id + "\"}").id("id", "no").value()).isEqualTo(id);
  }

  @ParameterizedTest
  @MethodSource("dev.devsync.testing.RandomInput#seeds")
  void textIsStorableExactlyIfPostgresAndUnicodeAgree(RandomInput random) {
    String text = random.anything(8);
    boolean valid =
        text.indexOf(0) < 0
            && new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .equals(text);
    assertThat(Texts.isStorable(text)).isEqualTo(valid);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":null}", "{\"id\":\"\"}"})
  void noIdIsPresentButNone(String json) {
    Field<Integer> id = body(json).id("id", "no");
    assertThat(id.isPresent()).isTrue();
    assertThat(id.value()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "1.0",
        "\"x\"",
        "\"1.5\"",
        "\"-1\"",
        "true",
        "[]",
        "{}",
        "2147483648",
        "\"2147483648\"",
        "99999999999999999999",
        "\"99999999999\"",
        "\"١\""
      })
  void anythingElseIsNoId(String value) {
    assertThatThrownBy(() -> body("{\"id\":" + value + "}").id("id", "ID must be an integer"))
        .isInstanceOf(ApiException.class)
        .hasMessage("ID must be an integer");
  }

  @Test
  void absentFieldsStayAbsent() {
    JsonBody body = body("{}");
    assertThat(body.id("id", "no")).isEqualTo(Field.absent());
    assertThat(body.text("t", "no").isPresent()).isFalse();
    assertThat(body.isEmpty()).isTrue();
    assertThat(Field.<String>absent().orStored("kept")).isEqualTo("kept");
    assertThat(Field.<String>of(null).orStored("kept")).isNull();
    assertThat(Field.of("new").orStored("kept")).isEqualTo("new");
  }

  @Test
  void lengthsCountCodePoints() {
    assertThat(body("{\"t\":\"😀😀😀\"}").text("t", 3, 3, "no").value()).isEqualTo("😀😀😀");
    assertThatThrownBy(() -> body("{\"t\":\"ab\"}").text("t", 3, 100, "too short"))
        .hasMessage("too short");
    assertThat(Texts.cut("😀😀😀", 2)).isEqualTo("😀😀");
    assertThat(Texts.cut("ab", 2)).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\udc00x\"",
        "\"\\ud800x\"",
        "1",
        "true",
        "[]",
        "{}"
      })
  void whatCannotBeStoredIsNoText(String value) {
    assertThatThrownBy(() -> body("{\"t\":" + value + "}").text("t", "t is invalid"))
        .hasMessage("t is invalid");
  }

  @Test
  void listsOfIdsLoseRepetitions() {
    assertThat(body("{\"ids\":[3,\"3\",1]}").ids("ids", "no").value()).isEqualTo(List.of(3, 1));
    assertThatThrownBy(() -> body("{\"ids\":[3,null]}").ids("ids", "bad ids"))
        .hasMessage("bad ids");
    assertThatThrownBy(() -> body("{\"ids\":3}").ids("ids", "bad ids")).hasMessage("bad ids");
  }

  @Test
  void numbersBooleansAndWordsAreStrict() {
    JsonBody body =
        body(
            "{\"n\":50,\"b\":true,\"w\":\"todo\",\"f\":1.5,\"s\":\"50\",\"texts\":[\"a\"],\"mixed\":[\"a\",1]}");
    assertThat(body.integer("n", 0, 100, "no").value()).isEqualTo(50);
    assertThatThrownBy(() -> body.integer("n", 0, 49, "range")).hasMessage("range");
    assertThatThrownBy(() -> body.integer("f", 0, 100, "range")).hasMessage("range");
    assertThatThrownBy(() -> body.integer("s", 0, 100, "range")).hasMessage("range");
    assertThat(body.bool("b", "no").value()).isTrue();
    assertThatThrownBy(() -> body.bool("n", "bool")).hasMessage("bool");
    assertThat(body.oneOf("w", List.of("todo"), "no").value()).isEqualTo("todo");
    assertThatThrownBy(() -> body.oneOf("w", List.of("done"), "word")).hasMessage("word");
    assertThat(body.texts("texts", "no").value()).isEqualTo(List.of("a"));
    assertThatThrownBy(() -> body.texts("mixed", "texts")).hasMessage("texts");
  }

  @Test
  void olderNamesAreReadUnlessTheFieldItselfIsThere() {
    assertThat(
            body("{\"comment\":\"old\"}").alias("comment", "content").text("content", "no").value())
        .isEqualTo("old");
    assertThat(
            body("{\"comment\":\"old\",\"content\":\"new\"}")
                .alias("comment", "content")
                .text("content", "no")
                .value())
        .isEqualTo("new");
  }

  @Test
  void nestedObjectsAreBodiesThemselves() {
    JsonBody body = body("{\"o\":{\"x\":true},\"n\":null,\"s\":\"x\"}");
    assertThat(body.object("o", "no").names()).containsExactly("x");
    assertThat(body.object("n", "no")).isNull();
    assertThatThrownBy(() -> body.object("s", "object")).hasMessage("object");
    assertThat(JsonBody.empty().isEmpty()).isTrue();
  }
}

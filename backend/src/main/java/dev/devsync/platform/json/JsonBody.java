package dev.devsync.platform.json;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.time.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The object a request carries, read leniently (conventions, section 2.2): unknown fields are
 * ignored, ids may be digits in a string, {@code ""} and null mean no id. A value of a wrong type
 * is refused with the field's message. A handler with a parameter of this type gets a body that has
 * passed the JSON gate.
 */
public final class JsonBody {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");

  private final ObjectNode fields;
  private final byte[] source;
  private final Set<String> asked = new LinkedHashSet<>();

  JsonBody(ObjectNode fields, byte[] source) {
    this.fields = fields;
    this.source = source;
  }

  /** The body without fields. */
  public static JsonBody empty() {
    return new JsonBody(StrictJson.MAPPER.createObjectNode(), new byte[] {'{', '}'});
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Whether the key is there, be it with null. */
  public boolean has(String name) {
    asked.add(name);
    return fields.has(name);
  }

  /** Whether the key is there with something other than null. */
  public boolean hasValue(String name) {
    return has(name) && !fields.get(name).isNull();
  }

  /** Reads an older name of a field as the field, unless the field itself is there. */
  public JsonBody alias(String olderName, String name) {
    asked.add(olderName);
    if (!fields.has(name) && fields.has(olderName)) {
      fields.set(name, fields.get(olderName));
    }
    return this;
  }

  /** Text of any length, exactly as sent. */
  public Field<String> text(String name, String error) {
    return read(
        name,
        node -> node.isString() && Texts.isStorable(node.stringValue()) ? node.stringValue() : null,
        error);
  }

  /** Text whose length, in code points, lies within the bounds. */
  public Field<String> text(String name, int shortest, int longest, String error) {
    Field<String> text = text(name, error);
    if (text.value() != null) {
      int length = Texts.length(text.value());
      require(length >= shortest && length <= longest, error);
    }
    return text;
  }

  /** One of the listed words. */
  public Field<String> oneOf(String name, List<String> words, String error) {
    Field<String> word = text(name, error);
    require(word.value() == null || words.contains(word.value()), error);
    return word;
  }

  /** A JSON integer within the bounds. */
  public Field<Integer> integer(String name, int least, int most, String error) {
    Field<Integer> number =
        read(
            name,
            node -> node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : null,
            error);
    require(number.value() == null || number.value() >= least && number.value() <= most, error);
    return number;
  }

  /** An id: a JSON integer or a string of digits, within 32 bits; {@code ""} and null are none. */
  public Field<Integer> id(String name, String error) {
    JsonNode node = fields.get(name);
    if (node != null && node.isString() && node.stringValue().isEmpty()) {
      asked.add(name);
      return Field.of(null);
    }
    return read(name, JsonBody::asId, error);
  }

  /** Text up to a length in code points, or an integer, which is read as its digits. */
  public Field<String> textOrInteger(String name, int longest, String error) {
    JsonNode node = fields.get(name);
    if (node == null || !node.isIntegralNumber()) {
      return text(name, 0, longest, error);
    }
    asked.add(name);
    String digits = node.bigIntegerValue().toString();
    require(digits.length() <= longest, error);
    return Field.of(digits);
  }

  /** A list of ids without repetitions, in the order sent. */
  public Field<List<Integer>> ids(String name, String error) {
    return read(name, JsonBody::asIds, error);
  }

  public Field<Boolean> bool(String name, String error) {
    return read(name, node -> node.isBoolean() ? node.booleanValue() : null, error);
  }

  /** A list of strings, exactly as sent. */
  public Field<List<String>> texts(String name, String error) {
    return read(name, JsonBody::asTexts, error);
  }

  /** An instant in any of the accepted forms (conventions, section 4.2); {@code ""} is none. */
  public Field<Instant> instant(String name, String error) {
    Field<String> text = text(name, error);
    if (text.value() == null || text.value().isEmpty()) {
      return new Field<>(text.isPresent(), null);
    }
    return Field.of(Instants.parse(text.value()).orElseThrow(() -> ApiException.badRequest(error)));
  }

  /**
   * The object under this name, for fields that are objects themselves; empty when it is absent or
   * null.
   */
  public @Nullable JsonBody object(String name, String error) {
    ObjectNode node =
        read(name, value -> value instanceof ObjectNode object ? object : null, error).value();
    return node == null ? null : new JsonBody(node, source);
  }

  /** The names of all fields sent. */
  public List<String> names() {
    return List.copyOf(fields.propertyNames());
  }

  /** The text of the value as it was sent, byte for byte, so that numbers and key order survive. */
  public @Nullable String rawJson(String name, Kind kind, String error) {
    JsonNode node = read(name, value -> kind.fits(value) ? value : null, error).value();
    return node == null ? null : RawValue.of(source, name);
  }

  /** The names this body was asked for, to compare with what the documentation says. */
  Set<String> asked() {
    return asked;
  }

  /** What a raw value must be. */
  public enum Kind {
    OBJECT,
    ARRAY;

    boolean fits(JsonNode node) {
      return this == OBJECT ? node.isObject() : node.isArray();
    }
  }

  private <T> Field<T> read(
      String name, java.util.function.Function<JsonNode, @Nullable T> reader, String error) {
    asked.add(name);
    JsonNode node = fields.get(name);
    if (node == null) {
      return Field.absent();
    }
    if (node.isNull()) {
      return Field.of(null);
    }
    T value = reader.apply(node);
    require(value != null, error);
    return Field.of(value);
  }

  private static @Nullable Integer asId(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.canConvertToInt() ? node.intValue() : null;
    }
    if (!node.isString() || !DIGITS.matcher(node.stringValue()).matches()) {
      return null;
    }
    long id = Long.parseLong(node.stringValue());
    return id <= Integer.MAX_VALUE ? (int) id : null;
  }

  private static @Nullable List<Integer> asIds(JsonNode node) {
    if (!node.isArray()) {
      return null;
    }
    Set<Integer> ids = new LinkedHashSet<>();
    for (JsonNode element : node) {
      Integer id = asId(element);
      if (id == null) {
        return null;
      }
      ids.add(id);
    }
    return List.copyOf(ids);
  }

  private static @Nullable List<String> asTexts(JsonNode node) {
    if (!node.isArray()) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : node) {
      if (!element.isString() || !Texts.isStorable(element.stringValue())) {
        return null;
      }
      texts.add(element.stringValue());
    }
    return texts;
  }

  private static void require(boolean holds, String error) {
    if (!holds) {
      throw ApiException.badRequest(error);
    }
  }
}

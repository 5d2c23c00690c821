package dev.devsync.github.webhooks;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The repository that a body claims to come from: all that is read of it before its signature is
 * known to be right. Whatever else it holds is passed over without being built, because anybody can
 * send it.
 *
 * @param githubId 0 if the body names none
 * @param fullName empty if the body names none
 */
record ClaimedSender(long githubId, String fullName) {

  private static final ClaimedSender NOBODY = new ClaimedSender(0, "");

  static ClaimedSender of(JsonMapper json, byte[] body) {
    try (JsonParser parser = json.createParser(body)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? inPayload(parser) : NOBODY;
    } catch (JacksonException malformed) {
      return NOBODY;
    }
  }

  private static ClaimedSender inPayload(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isRepository = Objects.equals(parser.currentName(), "repository");
      if (parser.nextToken() == JsonToken.START_OBJECT && isRepository) {
        return inRepository(parser);
      }
      parser.skipChildren();
    }
    return NOBODY;
  }

  private static ClaimedSender inRepository(JsonParser parser) {
    long id = 0;
    String name = "";
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      @Nullable JsonToken value = parser.nextToken();
      if (Objects.equals(field, "id") && value == JsonToken.VALUE_NUMBER_INT) {
        id = parser.getValueAsLong(0);
      } else if (Objects.equals(field, "full_name") && value == JsonToken.VALUE_STRING) {
        name = parser.getString();
      }
      parser.skipChildren();
    }
    return new ClaimedSender(id, name);
  }
}

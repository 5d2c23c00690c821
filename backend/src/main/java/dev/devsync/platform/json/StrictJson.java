package dev.devsync.platform.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads request bodies: one document, no repeated keys, numbers kept exactly. How many tokens there
 * may be bounds the memory: an empty object takes two bytes in a body and some seventy in a tree.
 */
final class StrictJson {

  /** For all that people type. */
  static final JsonMapper MAPPER = mapper(100_000);

  /** For lists that programs save. */
  static final JsonMapper LARGE = mapper(1_000_000);

  private StrictJson() {}

  private static JsonMapper mapper(long mostTokens) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                    StreamReadConstraints.builder().maxTokenCount(mostTokens).build())
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }
}

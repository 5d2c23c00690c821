package dev.devsync.platform.operations;

import dev.devsync.platform.configuration.StartRefused;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Refuses a {@code LOG_FORMAT} nobody knows. {@link LogFormat} cannot: it runs before there is a
 * log to say so in.
 */
@Component
class KnownLogFormat {

  KnownLogFormat(@Value("${LOG_FORMAT:text}") String format) {
    if (!List.of("json", "text").contains(format.toLowerCase(Locale.ROOT))) {
      throw new StartRefused(
          "LOG_FORMAT is \"" + format + "\", which DevSync does not know.",
          "Set LOG_FORMAT to json or text.");
    }
  }
}

package dev.devsync.github;

import dev.devsync.platform.configuration.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tasks are called outside of DevSync: {@code DS-42}.
 *
 * @param prefix what stands before the number
 */
@ConfigurationProperties("devsync.github.keys")
public record TaskKeys(@DefaultValue("DS") String prefix) {

  public TaskKeys {
    prefix = prefix.isBlank() ? "DS" : prefix.strip();
    if (!prefix.matches("[A-Za-z][A-Za-z0-9]{0,19}")) {
      throw new StartRefused(
          "GITHUB_TASK_KEY_PREFIX is not a word.",
          "Set it to 1 to 20 letters and digits that begin with a letter, such as DS.");
    }
  }

  public String of(int taskId) {
    return prefix + "-" + taskId;
  }
}

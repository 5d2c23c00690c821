package dev.devsync.github.links;

import dev.devsync.github.TaskKeys;
import dev.devsync.platform.access.Caller;
import dev.devsync.tasks.TaskAccess;
import dev.devsync.tasks.TaskItem;
import java.text.Normalizer;
import java.util.Locale;
import org.springframework.stereotype.Service;

/**
 * Suggests names for branches, which begin with the key of their task: {@code DS-42-fix-the-door}.
 */
@Service
class BranchNames {

  private static final int LONGEST_TITLE = 50;

  private final TaskAccess tasks;
  private final TaskKeys keys;

  BranchNames(TaskAccess tasks, TaskKeys keys) {
    this.tasks = tasks;
    this.keys = keys;
  }

  String suggest(int taskId, Caller caller) {
    TaskItem task = tasks.requireVisible(caller, taskId).task();
    String words = words(task.title());
    return keys.of(task.id()) + (words.isEmpty() ? "" : "-" + words);
  }

  /** Small letters and digits with hyphens between, ending at a word. */
  private static String words(String title) {
    String plain = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String words =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    if (words.length() <= LONGEST_TITLE) {
      return words;
    }
    int end = words.lastIndexOf('-', LONGEST_TITLE);
    return words.substring(0, end > 0 ? end : LONGEST_TITLE);
  }
}

package dev.devsync.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of the repository that is generated from the code: compared with it, or with {@code docs.write} rewritten. */
final class CommittedFile {

  private final Path path;

  /** The path is relative to the folder of the back end. */
  CommittedFile(String path) {
    this.path = Path.of(path).toAbsolutePath().normalize();
  }

  void mustBe(String generated) throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, generated);
    }
    List<String> committed = Files.exists(path) ? Files.readAllLines(path) : List.of();
    assertThat(firstDifference(committed, generated.lines().toList()))
        .as("%s no longer says what the code does; run `make docs` and commit the result", path)
        .isNull();
  }

  /** The whole files would be too much to read. */
  private static @Nullable String firstDifference(List<String> committed, List<String> generated) {
    for (int line = 0; line < Math.max(committed.size(), generated.size()); line++) {
      String now = line < committed.size() ? committed.get(line) : "(nothing)";
      String then = line < generated.size() ? generated.get(line) : "(nothing)";
      if (!now.equals(then)) {
        return "line %d is%n%s%nbut should be%n%s".formatted(line + 1, now, then);
      }
    }
    return null;
  }
}

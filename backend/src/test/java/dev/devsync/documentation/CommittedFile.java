package dev.devsync.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    assertThat(Files.exists(path) ? Files.readString(path) : "")
        .as("%s no longer says what the code does; run `make docs` and commit the result", path)
        .isEqualTo(generated);
  }
}

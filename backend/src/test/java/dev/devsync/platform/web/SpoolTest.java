package dev.devsync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

  private static final int PLAIN = 2 * 1024;
  private static final int IN_MEMORY = 256 * 1024;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PLAIN, PLAIN + 1, IN_MEMORY - 1, IN_MEMORY, IN_MEMORY + 1, 3_000_000})
  void theClientGetsEveryByte(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);

    try (Spool spool =
        Spool.of(
            output -> {
              for (int at = 0; at < length; at += 10_000) {
                output.write(bytes, at, Math.min(10_000, length - at));
              }
            })) {
      assertThat(spool.isGzip()).isEqualTo(length > PLAIN);
      assertThat(plain(spool)).isEqualTo(bytes);
      assertThat(plain(spool)).as("opened again").isEqualTo(bytes);
    }
    assertThat(spooled()).isEmpty();
  }

  private static byte[] plain(Spool spool) throws IOException {
    byte[] held = spool.open().readAllBytes();
    assertThat(held).hasSize((int) spool.length());
    return spool.isGzip()
        ? new GZIPInputStream(new ByteArrayInputStream(held)).readAllBytes()
        : held;
  }

  @Test
  void aLongAnswerTakesLittleRoom() throws IOException {
    byte[] row =
        "{\"title\": \"Repair the importer\", \"status\": \"todo\"}"
            .getBytes(StandardCharsets.UTF_8);

    try (Spool spool =
        Spool.of(
            output -> {
              for (int n = 0; n < 200_000; n++) {
                output.write(row);
              }
            })) {
      assertThat(spool.length()).isLessThan(1_000_000);
      assertThat(plain(spool)).hasSize(200_000 * row.length);
    }
  }

  @Test
  void whatDoesNotFitIntoMemoryIsInANamelessFile() throws IOException {
    byte[] bytes = new byte[2 * IN_MEMORY];
    new Random(1).nextBytes(bytes);

    try (Spool spool = Spool.of(output -> output.write(bytes))) {
      assertThat(spooled()).containsExactly(spool.length());
    }
    assertThat(spooled()).isEmpty();
  }

  @Test
  void anAnswerThatFailsHalfWayLeavesNothing() throws IOException {
    byte[] bytes = new byte[2 * IN_MEMORY];
    new Random(1).nextBytes(bytes);

    assertThatThrownBy(
            () ->
                Spool.of(
                    output -> {
                      output.write(bytes);
                      throw new IOException("the query failed");
                    }))
        .hasMessage("the query failed");

    assertThat(spooled()).isEmpty();
  }

  /** The sizes of the files that answers wait in: open ones of this process, without a name. */
  private static List<Long> spooled() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.filter(SpoolTest::isSpool).map(SpoolTest::size).toList();
    }
  }

  private static boolean isSpool(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().contains("devsync-answer-");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static long size(Path descriptor) {
    try {
      return Files.size(descriptor);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

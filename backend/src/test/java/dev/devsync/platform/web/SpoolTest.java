package dev.devsync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

  private static final int IN_MEMORY = 256 * 1024;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, IN_MEMORY - 1, IN_MEMORY, IN_MEMORY + 1, 3_000_000})
  void theClientGetsEveryByte(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    ByteArrayOutputStream client = new ByteArrayOutputStream();

    Spool.through(
        client,
        output -> {
          for (int at = 0; at < length; at += 10_000) {
            output.write(bytes, at, Math.min(10_000, length - at));
          }
        });

    assertThat(client.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void aLongAnswerTakesLittleRoom() throws IOException {
    byte[] row =
        "{\"title\": \"Repair the importer\", \"status\": \"todo\"}"
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream client = new ByteArrayOutputStream();

    Spool.through(
        client,
        output -> {
          for (int n = 0; n < 200_000; n++) {
            output.write(row);
          }
          assertThat(spooled())
              .singleElement()
              .satisfies(size -> assertThat(size).isLessThan(1_000_000));
        });

    assertThat(client.size()).isEqualTo(200_000 * row.length);
    assertThat(spooled()).isEmpty();
  }

  @Test
  void anAnswerThatFailsHalfWayLeavesNothing() throws IOException {
    ByteArrayOutputStream client = new ByteArrayOutputStream();

    assertThatThrownBy(
            () ->
                Spool.through(
                    client,
                    output -> {
                      output.write(new byte[IN_MEMORY + 1]);
                      throw new IOException("the query failed");
                    }))
        .hasMessage("the query failed");

    assertThat(client.size()).isZero();
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

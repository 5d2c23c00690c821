package dev.devsync.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * Holds an answer between the database and the client, so that a client that reads slowly keeps no
 * connection to the database, and a query that fails half-way still gets a proper error. What
 * exceeds {@value #IN_MEMORY} bytes goes to a temporary file, compressed, because room for such
 * files is often memory.
 */
public final class Spool extends OutputStream {

  private static final int IN_MEMORY = 256 * 1024;
  private static final int FIRST_BLOCK = 8 * 1024;

  private final FastByteArrayOutputStream memory = new FastByteArrayOutputStream(FIRST_BLOCK);
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private @Nullable FileChannel file;
  private @Nullable DeflaterOutputStream overflow;

  private Spool() {}

  /** Something that writes an answer. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream output) throws IOException;
  }

  /**
   * Lets the answer be written, and then hands it to the client.
   *
   * @throws IOException if it cannot be written or the client does not take it
   */
  public static void through(OutputStream client, Writing writing) throws IOException {
    try (Spool spool = new Spool()) {
      writing.to(spool);
      spool.empty(client);
    }
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int kept = Math.min(length, IN_MEMORY - memory.size());
    memory.write(bytes, offset, kept);
    if (kept < length) {
      overflow().write(bytes, offset + kept, length - kept);
    }
  }

  private OutputStream overflow() throws IOException {
    if (overflow == null) {
      file = nameless();
      overflow = new DeflaterOutputStream(Channels.newOutputStream(file), deflater, FIRST_BLOCK);
    }
    return overflow;
  }

  /** Where the system allows it, the file has no name while it is used: a crash leaves nothing. */
  private static FileChannel nameless() throws IOException {
    Path path = Files.createTempFile("devsync-answer-", null);
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private void empty(OutputStream client) throws IOException {
    memory.writeTo(client);
    if (file != null && overflow != null) {
      overflow.finish();
      file.position(0);
      new InflaterInputStream(Channels.newInputStream(file)).transferTo(client);
    }
    client.flush();
  }

  @Override
  public void close() throws IOException {
    deflater.end();
    if (file != null) {
      file.close();
    }
  }
}

package dev.devsync.platform.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * Holds an answer between the database and the client, so that a client that reads slowly keeps no
 * connection to the database, and a query that fails half-way still gets a proper error. What is
 * longer than {@value #PLAIN} bytes is held as gzip, which most clients take as it is; what exceeds
 * {@value #IN_MEMORY} bytes even so, in a temporary file.
 */
final class Spool extends OutputStream {

  private static final int PLAIN = 2 * 1024;
  private static final int IN_MEMORY = 256 * 1024;
  private static final int BLOCK = 8 * 1024;

  private final Held held = new Held();
  private final FastByteArrayOutputStream plain = new FastByteArrayOutputStream(PLAIN);
  private @Nullable GZIPOutputStream gzip;

  private Spool() {}

  /** The whole answer, which takes room until this is closed. */
  static Spool of(LongAnswers.Writing writing) throws IOException {
    Spool spool = new Spool();
    try {
      writing.to(spool);
      if (spool.gzip == null) {
        spool.plain.writeTo(spool.held);
      } else {
        spool.gzip.finish();
      }
      return spool;
    } catch (Throwable failure) {
      spool.giveUp(failure);
      throw failure;
    }
  }

  private void giveUp(Throwable failure) {
    try {
      close();
    } catch (IOException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (gzip == null && plain.size() + length <= PLAIN) {
      plain.write(bytes, offset, length);
      return;
    }
    if (gzip == null) {
      gzip = new GZIPOutputStream(held, BLOCK);
      plain.writeTo(gzip);
    }
    gzip.write(bytes, offset, length);
  }

  /** Whether the answer is held as gzip. */
  boolean isGzip() {
    return gzip != null;
  }

  /** How many bytes {@link #open} has. */
  long length() throws IOException {
    return held.length();
  }

  /** The answer as it is held, from its beginning; one at a time. */
  InputStream open() throws IOException {
    return held.open();
  }

  /** Gives up the file and what compressing takes outside of the heap. */
  @Override
  public void close() throws IOException {
    try (held) {
      if (gzip != null) {
        gzip.close();
      }
    }
  }

  /** Bytes in memory or in a file. */
  private static final class Held extends OutputStream {

    private final FastByteArrayOutputStream memory = new FastByteArrayOutputStream(BLOCK);
    private @Nullable FileChannel file;

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (file == null && memory.size() + length <= IN_MEMORY) {
        memory.write(bytes, offset, length);
        return;
      }
      if (file == null) {
        file = nameless();
        memory.writeTo(Channels.newOutputStream(file));
        memory.reset();
      }
      Channels.newOutputStream(file).write(bytes, offset, length);
    }

    /** Where the system allows it, the file has no name while used: a crash leaves nothing. */
    private static FileChannel nameless() throws IOException {
      Path path = Files.createTempFile("devsync-answer-", null);
      return FileChannel.open(
          path,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    }

    long length() throws IOException {
      return file == null ? memory.size() : file.size();
    }

    InputStream open() throws IOException {
      return file == null
          ? new ByteArrayInputStream(memory.toByteArrayUnsafe())
          : Channels.newInputStream(file.position(0));
    }

    @Override
    public void close() throws IOException {
      if (file != null) {
        file.close();
      }
    }
  }
}

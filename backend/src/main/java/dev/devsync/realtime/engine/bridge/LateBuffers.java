package dev.devsync.realtime.engine.bridge;

import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's buffers of a connection, except that the one for what is written is made when something
 * is. Thousands who wait for their turn would keep 8 KiB each, which every collection copies.
 */
final class LateBuffers extends SocketBufferHandler {

  private final int writeSize;
  private volatile @Nullable SocketBufferHandler writing;

  LateBuffers(int readSize, int writeSize) {
    super(readSize, 0, false);
    this.writeSize = writeSize;
  }

  /** Whether there is a buffer for what is written. */
  boolean isWriting() {
    return writing != null;
  }

  private SocketBufferHandler writing() {
    SocketBufferHandler made = writing;
    if (made == null) {
      made = new SocketBufferHandler(0, writeSize, false);
      writing = made;
    }
    return made;
  }

  @Override
  public void configureWriteBufferForWrite() {
    writing().configureWriteBufferForWrite();
  }

  @Override
  public void configureWriteBufferForRead() {
    writing().configureWriteBufferForRead();
  }

  @Override
  public ByteBuffer getWriteBuffer() {
    return writing().getWriteBuffer();
  }

  @Override
  public boolean isWriteBufferWritable() {
    SocketBufferHandler made = writing;
    return made == null || made.isWriteBufferWritable();
  }

  @Override
  public boolean isWriteBufferEmpty() {
    SocketBufferHandler made = writing;
    return made == null || made.isWriteBufferEmpty();
  }

  /** For the next connection. */
  @Override
  public void reset() {
    super.reset();
    writing = null;
  }
}

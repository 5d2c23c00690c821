package dev.devsync.realtime.engine.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A text on its way to clients. A server's frames are not masked, so the frame of a text is the
 * same for all of them and is put together once.
 */
public final class WireText {

  private static final byte FINAL_TEXT = (byte) 0x81;
  private static final int LARGEST_HEAD = 10;
  private static final int SHORT = 126;
  private static final int LONG = 127;
  private static final int MAX_SHORT = 0xffff;

  private final byte[] text;
  private final AtomicInteger holders = new AtomicInteger();
  private volatile byte @Nullable [] frame;

  /**
   * @param text UTF-8, must not be changed any more
   */
  public WireText(byte[] text) {
    this.text = text;
  }

  byte[] text() {
    return text;
  }

  int length() {
    return text.length;
  }

  /** Notes that one more queue holds it; whether it is the first. */
  boolean isFirstHold() {
    return holders.getAndIncrement() == 0;
  }

  /** Notes that one queue less holds it; whether it was the last. */
  boolean isLastRelease() {
    return holders.decrementAndGet() == 0;
  }

  /** The frame, as a buffer of its own on bytes that are shared. */
  ByteBuf frame() {
    byte[] known = frame;
    if (known == null) {
      known = build();
      frame = known;
    }
    return Unpooled.wrappedBuffer(known);
  }

  private byte[] build() {
    ByteBuffer built = ByteBuffer.allocate(LARGEST_HEAD + text.length).put(FINAL_TEXT);
    if (text.length < SHORT) {
      built.put((byte) text.length);
    } else if (text.length <= MAX_SHORT) {
      built.put((byte) SHORT).putShort((short) text.length);
    } else {
      built.put((byte) LONG).putLong(text.length);
    }
    built.put(text).flip();
    byte[] bytes = new byte[built.remaining()];
    built.get(bytes);
    return bytes;
  }
}

package dev.devsync.realtime.engine.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LateBuffersTest {

  private static final int SIZE = 64;

  private final LateBuffers buffers = new LateBuffers(SIZE, SIZE);

  private void write(int bytes) {
    buffers.configureWriteBufferForWrite();
    buffers.getWriteBuffer().put(new byte[bytes]);
  }

  @Test
  void whoIsSentNothingHasNoBufferForIt() {
    assertThat(buffers.isWriteBufferEmpty()).isTrue();
    assertThat(buffers.isWriteBufferWritable()).isTrue();
    buffers.getReadBuffer().put(new byte[SIZE]);

    assertThat(buffers.isWriting()).isFalse();
  }

  @Test
  void whatIsWrittenCanBeSent() {
    write(SIZE);
    assertThat(buffers.isWriteBufferEmpty()).isFalse();
    assertThat(buffers.isWriteBufferWritable()).isFalse();

    buffers.configureWriteBufferForRead();

    assertThat(buffers.getWriteBuffer().remaining()).isEqualTo(SIZE);
  }

  @Test
  void theNextConnectionBeginsWithoutOne() {
    write(1);

    buffers.reset();

    assertThat(buffers.isWriting()).isFalse();
    assertThat(buffers.isWriteBufferEmpty()).isTrue();
  }
}

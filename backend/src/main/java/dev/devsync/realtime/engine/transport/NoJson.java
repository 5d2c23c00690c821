package dev.devsync.realtime.engine.transport;

import com.corundumstudio.socketio.AckCallback;
import com.corundumstudio.socketio.protocol.AckArgs;
import com.corundumstudio.socketio.protocol.JsonSupport;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufOutputStream;
import java.util.List;

/**
 * The JSON of netty-socketio, which nothing asks for: {@link PacketReader} and {@link PacketWriter}
 * stand in front of the parts that would. So a second Jackson is neither shipped nor started.
 */
final class NoJson implements JsonSupport {

  @Override
  public AckArgs readAckArgs(ByteBufInputStream source, AckCallback<?> callback) {
    throw neverAskedFor();
  }

  @Override
  public <T> T readValue(String namespace, ByteBufInputStream source, Class<T> type) {
    throw neverAskedFor();
  }

  @Override
  public void writeValue(ByteBufOutputStream target, Object value) {
    throw neverAskedFor();
  }

  @Override
  public void addEventMapping(String namespace, String event, Class<?>... types) {
    throw neverAskedFor();
  }

  @Override
  public void removeEventMapping(String namespace, String event) {
    throw neverAskedFor();
  }

  @Override
  public List<byte[]> getArrays() {
    throw neverAskedFor();
  }

  private static UnsupportedOperationException neverAskedFor() {
    return new UnsupportedOperationException("JSON is read and written by our own handlers");
  }
}

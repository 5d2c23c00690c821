package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SocketPropertiesTest {

  private static long waitingBytes(Map<String, String> configured) {
    return new Binder(new MapConfigurationPropertySource(configured))
        .bindOrCreate("devsync.socket", SocketProperties.class)
        .settings(origin -> true)
        .transport()
        .maxWaitingBytes();
  }

  @Test
  void slowClientsGetNoMoreThanAQuarterOfTheHeap() {
    assertThat(waitingBytes(Map.of("devsync.socket.max-waiting", "10TB")))
        .isEqualTo(Runtime.getRuntime().maxMemory() / 4);
    assertThat(waitingBytes(Map.of("devsync.socket.max-waiting", "1MB"))).isEqualTo(1 << 20);
  }
}

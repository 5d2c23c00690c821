package dev.devsync.realtime.engine;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.devsync.realtime.engine.bridge.SocketServlet;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.catalina.LifecycleException;
import tools.jackson.databind.json.JsonMapper;

/** The engine behind a real Tomcat, with a gate and a handler that tests can script and ask. */
final class TestServer implements AutoCloseable {

  static final String GOOD_TOKEN = "good";
  static final Map<String, Object> REFUSED = Map.of("error", "token_expired");

  final Recorder recorder;
  final SocketEncoder encoder = new SocketEncoder(mapperThatDropsNulls());
  final SocketEngine engine;
  private final TestTomcat tomcat;

  private <T extends SocketGate & SocketHandler> TestServer(
      TestLimits limits, T application, boolean isStarted) {
    recorder = application instanceof Recorder given ? given : new Recorder();
    SocketSettings settings = limits.settings();
    engine = new SocketEngine(settings, application, application, encoder);
    if (isStarted) {
      engine.start();
    }
    tomcat =
        new TestTomcat(new SocketServlet(engine.transport(), settings.transport().maxPayload()));
  }

  private static JsonMapper mapperThatDropsNulls() {
    return JsonMapper.builder()
        .changeDefaultPropertyInclusion(
            inclusion ->
                inclusion
                    .withValueInclusion(Include.NON_NULL)
                    .withContentInclusion(Include.NON_NULL))
        .build();
  }

  static TestServer start() {
    return start(limits -> {});
  }

  static TestServer start(Consumer<TestLimits> change) {
    return start(change, new Recorder());
  }

  static <T extends SocketGate & SocketHandler> TestServer start(
      Consumer<TestLimits> change, T application) {
    TestLimits limits = new TestLimits();
    change.accept(limits);
    return new TestServer(limits, application, true);
  }

  /** The public port is open, the engine has not been started. */
  static TestServer startWithoutEngine() {
    return new TestServer(new TestLimits(), new Recorder(), false);
  }

  int port() {
    return tomcat.port();
  }

  String url() {
    return "http://localhost:" + port();
  }

  int sessionCount() {
    return engine.transport().sessionCount();
  }

  @Override
  public void close() throws LifecycleException {
    engine.stop();
    tomcat.close();
  }
}

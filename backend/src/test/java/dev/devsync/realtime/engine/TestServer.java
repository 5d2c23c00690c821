package dev.devsync.realtime.engine;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.devsync.realtime.engine.bridge.SocketServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import tools.jackson.databind.json.JsonMapper;

/** The engine behind a real Tomcat, with a gate and a handler that tests can script and ask. */
final class TestServer implements AutoCloseable {

  static final String GOOD_TOKEN = "good";
  static final Map<String, Object> REFUSED = Map.of("error", "token_expired");

  final Recorder recorder;
  final SocketEncoder encoder = new SocketEncoder(mapperThatDropsNulls());
  final SocketEngine engine;
  private final Tomcat tomcat = new Tomcat();

  private <T extends SocketGate & SocketHandler> TestServer(
      TestLimits limits, T application, boolean isStarted) {
    recorder = application instanceof Recorder given ? given : new Recorder();
    SocketSettings settings = limits.settings();
    engine = new SocketEngine(settings, application, application, encoder);
    if (isStarted) {
      engine.start();
    }
    startTomcat(new SocketServlet(engine.transport(), settings.transport().maxPayload()));
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

  private void startTomcat(SocketServlet servlet) {
    try {
      Path base = Files.createTempDirectory("tomcat");
      tomcat.setBaseDir(base.toString());
      tomcat.setPort(0);
      tomcat
          .getConnector()
          .getProtocolHandler()
          .setExecutor(new VirtualThreadExecutor("test-http-"));
      Context context = tomcat.addContext("", base.toString());
      Wrapper wrapper = Tomcat.addServlet(context, "socket", servlet);
      wrapper.setAsyncSupported(true);
      context.addServletMappingDecoded("/socket.io/*", "socket");
      tomcat.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (LifecycleException failure) {
      throw new IllegalStateException(failure);
    }
  }

  int port() {
    return tomcat.getConnector().getLocalPort();
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
    tomcat.stop();
    tomcat.destroy();
  }
}

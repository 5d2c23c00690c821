package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.bridge.SocketAwareProtocol;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/** A web server with nothing but a servlet below {@code /socket.io/}. */
public final class TestTomcat implements AutoCloseable {

  private final Tomcat tomcat = new Tomcat();

  /** Starts on a free port. */
  public TestTomcat(HttpServlet servlet) {
    try {
      Path base = Files.createTempDirectory("tomcat");
      tomcat.setBaseDir(base.toString());
      tomcat.setConnector(new Connector(SocketAwareProtocol.class.getName()));
      tomcat.getConnector().setPort(0);
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

  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }
}

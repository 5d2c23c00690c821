package dev.devsync.realtime.engine.bridge;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP as Tomcat speaks it, except that what is asked of sockets waits for its turn before Tomcat
 * spends a thread and its buffers on it. Tomcat creates it by its name.
 */
public final class SocketAwareProtocol extends Http11NioProtocol {

  /** Every open connection keeps one; what is larger is read without it. */
  private static final String READ_BUFFER = "2048";

  public SocketAwareProtocol() {
    super(new SocketAwareEndpoint());
    setProperty("socket.appReadBufSize", READ_BUFFER);
  }
}

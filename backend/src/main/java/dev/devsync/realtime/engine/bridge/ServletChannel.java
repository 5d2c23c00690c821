package dev.devsync.realtime.engine.bridge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * A Netty channel whose other end is a request that Tomcat accepted. What the engine writes goes to
 * a {@link Sink}; what the client sends is passed in by {@link #receive}.
 */
final class ServletChannel extends AbstractChannel {

  private static final ChannelMetadata METADATA = new ChannelMetadata(false);

  /** Takes what the engine writes. Called on the channel's event loop only. */
  interface Sink {

    /** Whether {@link #write} may be called. If not, {@link ServletChannel#resume} must follow. */
    boolean isReady();

    /** Takes of one buffer, which stays the caller's, as much as there is room for. */
    void write(ByteBuf buffer) throws IOException;

    /** Sends what was taken as far as possible. */
    void flush() throws IOException;

    /** The engine has closed the channel. */
    void close();
  }

  /** What makes a sink ready. */
  @FunctionalInterface
  interface Change {
    void apply() throws IOException;
  }

  private final ChannelConfig config = new DefaultChannelConfig(this);
  private final SocketAddress local;
  private final SocketAddress remote;
  private final Sink sink;
  private volatile boolean isOpen = true;

  ServletChannel(HttpServletRequest request, Sink sink) {
    super(null);
    this.local = address(request.getLocalAddr(), request.getLocalPort());
    this.remote = address(request.getRemoteAddr(), request.getRemotePort());
    this.sink = sink;
  }

  private static SocketAddress address(String literal, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(literal), port);
  }

  /** Hands a message from the client to the engine. */
  void receive(Object message, Runnable whenRead) {
    eventLoop()
        .execute(
            () -> {
              try {
                pipeline().fireChannelRead(message);
                pipeline().fireChannelReadComplete();
              } finally {
                whenRead.run();
              }
            });
  }

  /** Goes on writing, after a change to the sink that is made on the event loop. */
  void resume(Change change) {
    eventLoop()
        .execute(
            () -> {
              try {
                change.apply();
                unsafe().flush();
              } catch (IOException broken) {
                unsafe().close(voidPromise());
              }
            });
  }

  @Override
  protected void doWrite(ChannelOutboundBuffer waiting) throws IOException {
    while (sink.isReady() && waiting.current() instanceof ByteBuf buffer) {
      sink.write(buffer);
      if (buffer.isReadable()) {
        break;
      }
      waiting.remove();
    }
    sink.flush();
  }

  @Override
  protected Object filterOutboundMessage(Object message) {
    if (message instanceof ByteBuf) {
      return message;
    }
    throw new UnsupportedOperationException("Only bytes can be sent, not " + message.getClass());
  }

  @Override
  protected void doClose() {
    isOpen = false;
    sink.close();
  }

  @Override
  protected AbstractUnsafe newUnsafe() {
    return new AbstractUnsafe() {
      @Override
      public void connect(SocketAddress to, SocketAddress from, ChannelPromise promise) {
        promise.setFailure(new UnsupportedOperationException());
      }
    };
  }

  @Override
  protected boolean isCompatible(EventLoop loop) {
    return true;
  }

  @Override
  protected SocketAddress localAddress0() {
    return local;
  }

  @Override
  protected SocketAddress remoteAddress0() {
    return remote;
  }

  @Override
  protected void doBind(SocketAddress address) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void doDisconnect() {
    doClose();
  }

  @Override
  protected void doBeginRead() {
    // Tomcat reads when the client has sent something.
  }

  @Override
  public ChannelConfig config() {
    return config;
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  @Override
  public boolean isActive() {
    return isOpen;
  }

  @Override
  public ChannelMetadata metadata() {
    return METADATA;
  }
}

package dev.devsync.realtime.engine.transport;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.namespace.Namespace;
import com.corundumstudio.socketio.namespace.NamespacesHub;
import com.corundumstudio.socketio.protocol.JacksonJsonSupport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * netty-socketio on its internal port.
 *
 * <p>Started without the library's own server class, which hides the port it got and takes four
 * seconds to stop.
 */
public final class TransportServer {

  private static final int BACKLOG = 1024;

  /** Small, so that a client that stops reading is noticed before much is buffered for it. */
  private static final int SEND_BUFFER = 64 * 1024;

  private final TransportSettings settings;
  private final SessionListener.Acceptor acceptor;
  private volatile @Nullable Running running;

  public TransportServer(TransportSettings settings, SessionListener.Acceptor acceptor) {
    this.settings = settings;
    this.acceptor = acceptor;
  }

  private record Running(
      Channel channel, EventLoopGroup loops, RepairedPipeline pipeline, SessionRegistry sessions) {}

  /** Opens the internal port. */
  public void start() {
    Configuration configuration = configuration();
    NamespacesHub namespaces = new NamespacesHub(configuration);
    Namespace main = namespaces.create(Namespace.DEFAULT_NAME);
    SessionRegistry sessions = new SessionRegistry(settings, main, acceptor);
    RepairedPipeline pipeline = new RepairedPipeline(sessions, settings);
    pipeline.start(configuration, namespaces);
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            new DefaultThreadFactory("socket-loop", true),
            NioIoHandler.newFactory());
    Channel channel =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER)
            .childHandler(pipeline)
            .bind(settings.bind())
            .syncUninterruptibly()
            .channel();
    running = new Running(channel, loops, pipeline, sessions);
  }

  private Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.setRandomSession(true);
    configuration.setPingInterval(Math.toIntExact(settings.pingInterval().toMillis()));
    configuration.setPingTimeout(Math.toIntExact(settings.pingTimeout().toMillis()));
    configuration.setMaxHttpContentLength(settings.maxPayload());
    configuration.setMaxFramePayloadLength(settings.maxPayload());
    configuration.setHttpCompression(false);
    configuration.setWebsocketCompression(false);
    configuration.setAddVersionHeader(false);
    configuration.setJsonSupport(new JacksonJsonSupport());
    return configuration;
  }

  /** Where the internal port listens; empty while it does not. */
  public Optional<InetSocketAddress> address() {
    return Optional.ofNullable(running).map(it -> (InetSocketAddress) it.channel().localAddress());
  }

  /** Number of open sessions, admitted or not. */
  public int sessionCount() {
    Running current = running;
    return current == null ? 0 : current.sessions().size();
  }

  /** Ends every session in the way that makes clients come back, and lets no new ones in. */
  public void drain() {
    Running current = running;
    if (current != null) {
      current.sessions().drain();
    }
  }

  /** Closes the internal port and waits for its threads. */
  public void stop() {
    Running current = running;
    if (current == null) {
      return;
    }
    running = null;
    current.sessions().drain();
    current.channel().close().syncUninterruptibly();
    current.loops().shutdownGracefully(100, 2000, TimeUnit.MILLISECONDS).syncUninterruptibly();
    current.pipeline().stop();
  }
}

package dev.devsync.realtime.engine.transport;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.namespace.Namespace;
import com.corundumstudio.socketio.namespace.NamespacesHub;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * netty-socketio without a port of its own: its pipeline serves the channels that are handed over
 * by whoever accepted the connections.
 */
public final class TransportServer {

  private static final long QUIET_MILLIS = 50;
  private static final long STOP_MILLIS = 2000;

  private final TransportSettings settings;
  private final SessionListener.Acceptor acceptor;
  private final MisbehaviourLog misbehaviour = new MisbehaviourLog();
  private volatile @Nullable Running running;

  public TransportServer(TransportSettings settings, SessionListener.Acceptor acceptor) {
    this.settings = settings;
    this.acceptor = acceptor;
  }

  private record Running(
      EventLoopGroup loops,
      WaitingBytes waiting,
      RepairedPipeline pipeline,
      SessionRegistry sessions,
      StreamLinks streams) {}

  /** Begins to accept channels. */
  public void start() {
    Configuration configuration = configuration();
    NamespacesHub namespaces = new NamespacesHub(configuration);
    Namespace main = namespaces.create(Namespace.DEFAULT_NAME);
    WaitingBytes waiting = new WaitingBytes(settings.maxWaitingBytes());
    SessionRegistry sessions = new SessionRegistry(settings, waiting, misbehaviour, main, acceptor);
    RepairedPipeline pipeline = new RepairedPipeline(sessions, misbehaviour, settings);
    pipeline.start(configuration, namespaces);
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            threads, new DefaultThreadFactory("socket-loop", true), LocalIoHandler.newFactory());
    running = new Running(loops, waiting, pipeline, sessions, new StreamLinks(settings, waiting));
  }

  private Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.setRandomSession(true);
    configuration.setPingInterval(Math.toIntExact(settings.pingInterval().toMillis()));
    configuration.setPingTimeout(Math.toIntExact(settings.pingTimeout().toMillis()));
    configuration.setMaxFramePayloadLength(settings.maxPayload());
    configuration.setHttpCompression(false);
    configuration.setWebsocketCompression(false);
    configuration.setJsonSupport(new NoJson());
    return configuration;
  }

  /** Serves a new channel; false if the server does not run, and the channel is not touched. */
  public boolean adopt(Channel channel) {
    Running current = running;
    if (current == null) {
      return false;
    }
    channel.pipeline().addLast(current.pipeline());
    current.loops().register(channel);
    return true;
  }

  /**
   * Serves a plain WebSocket on a new channel; false if there is no room, and the channel is not
   * touched.
   */
  public boolean adoptStream(Channel channel, Function<StreamLink, SessionListener> acceptor) {
    Running current = running;
    if (current == null || !current.streams().hasRoom()) {
      return false;
    }
    channel
        .pipeline()
        .addLast(new StreamPipeline(current.streams(), misbehaviour, settings, acceptor));
    current.loops().register(channel);
    return true;
  }

  /**
   * The last thing written to a channel has not reached the client. A session whose client cannot
   * ask for it again ends, so that the client catches up in a new one.
   */
  public void answerLost(Channel channel) {
    EngineSession session = ConnectionWatch.sessionOf(channel);
    if (session != null && !session.outlet().canRepeat()) {
      session.close(CloseReason.TRANSPORT_CLOSE);
    }
  }

  /** Number of open sessions and streams, admitted or not. */
  public int sessionCount() {
    Running current = running;
    return current == null ? 0 : current.sessions().size() + current.streams().size();
  }

  /** Where it is noted what clients do wrong. */
  public MisbehaviourLog misbehaviour() {
    return misbehaviour;
  }

  /** What waits for all clients together that do not keep up, in bytes. */
  public long waitingBytes() {
    Running current = running;
    return current == null ? 0 : current.waiting().count();
  }

  /** Ends every session in the way that makes clients come back, and lets no new ones in. */
  public void drain() {
    Running current = running;
    if (current != null) {
      current.sessions().drain();
      current.streams().drain();
    }
  }

  /** Ends every session and waits for the server's threads. */
  public void stop() {
    Running current = running;
    if (current == null) {
      return;
    }
    running = null;
    current.sessions().drain();
    current.streams().drain();
    current
        .loops()
        .shutdownGracefully(QUIET_MILLIS, STOP_MILLIS, TimeUnit.MILLISECONDS)
        .syncUninterruptibly();
    current.pipeline().stop();
  }
}

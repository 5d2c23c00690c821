package dev.devsync.realtime.engine.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Serves one plain WebSocket, from its handshake to its end. */
final class StreamPipeline extends ChannelInitializer<Channel> {

  private final StreamLinks links;
  private final MisbehaviourLog misbehaviour;
  private final TransportSettings settings;
  private final Function<StreamLink, SessionListener> acceptor;

  StreamPipeline(
      StreamLinks links,
      MisbehaviourLog misbehaviour,
      TransportSettings settings,
      Function<StreamLink, SessionListener> acceptor) {
    this.links = links;
    this.misbehaviour = misbehaviour;
    this.settings = settings;
    this.acceptor = acceptor;
  }

  @Override
  protected void initChannel(Channel channel) {
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.addLast(new HttpRequestDecoder());
    pipeline.addLast(new HttpResponseEncoder());
    pipeline.addLast(
        new IdleStateHandler(settings.pingInterval().toMillis(), 0, 0, TimeUnit.MILLISECONDS));
    pipeline.addLast(new StreamHandshake(() -> links.open(acceptor)));
    pipeline.addLast(new FailureHandler(misbehaviour));
  }
}

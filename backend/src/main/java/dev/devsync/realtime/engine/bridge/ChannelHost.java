package dev.devsync.realtime.engine.bridge;

import io.netty.channel.Channel;

/** Who serves the channels that the bridge makes out of requests. */
@FunctionalInterface
public interface ChannelHost {

  /** Takes a channel over; false if there is no room, and the channel is not touched. */
  boolean adopt(Channel channel);
}

package dev.devsync.realtime.engine.transport;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Where a session's packets leave: the WebSocket if there is one, else whatever poll is held.
 *
 * <p>netty-socketio's own queue can lose a packet while the transport changes, has no limit, and
 * goes on living after the end.
 */
final class Outlet {

  private final Outbox outbox;
  private final LastPoll lastPoll;
  private @Nullable Channel webSocket;
  private @Nullable Channel heldPoll;
  private @Nullable Channel probe;
  private boolean isProbeAnswered;
  private boolean isFlushing;
  private @Nullable CloseReason ending;
  private boolean owesPoll;

  Outlet(int maxOutboundBytes, WaitingBytes everybodys, @Nullable String openingStamp) {
    this.outbox = new Outbox(maxOutboundBytes, everybodys);
    this.lastPoll = new LastPoll(openingStamp);
  }

  /** Queues a packet; false if the client is too far behind. */
  synchronized boolean send(WireText packet) {
    return isClosed() || flushIf(outbox.offer(packet));
  }

  /** The same for a packet that many sessions share. */
  synchronized boolean sendShared(WireText packet) {
    return isClosed() || flushIf(outbox.offerShared(packet));
  }

  /** Queues a small packet before all others. */
  synchronized void sendFirst(WireText packet) {
    if (!isClosed()) {
      outbox.offerFirst(packet);
      scheduleFlush();
    }
  }

  private boolean flushIf(boolean isTaken) {
    if (isTaken) {
      scheduleFlush();
    }
    return isTaken;
  }

  private void scheduleFlush() {
    Channel target = webSocket != null ? webSocket : heldPoll;
    if (target != null && !isFlushing) {
      isFlushing = true;
      target.eventLoop().execute(this::flush);
    }
  }

  /** Writes what is queued, as far as the client's connection takes it. */
  synchronized void flush() {
    isFlushing = false;
    if (isClosed() || outbox.isEmpty()) {
      return;
    }
    if (webSocket == null) {
      answerPoll();
    } else if (webSocket.eventLoop().inEventLoop()) {
      writeFrames(webSocket);
    } else {
      scheduleFlush();
    }
  }

  private void writeFrames(Channel channel) {
    while (channel.isWritable() && !outbox.isEmpty()) {
      channel.write(outbox.take().frame());
    }
    channel.flush();
  }

  private void answerPoll() {
    if (heldPoll != null && !outbox.isEmpty()) {
      releasePoll(outbox.drain());
    }
  }

  private void releasePoll(byte[] payload) {
    Channel channel = heldPoll;
    heldPoll = null;
    if (channel != null) {
      lastPoll.answered(payload);
      HttpAnswers.poll(channel, payload);
    }
  }

  /** Takes a WebSocket as the transport, unless the session is over. */
  synchronized void bindWebSocket(Channel channel) {
    if (isClosed()) {
      channel.close();
      return;
    }
    releasePoll(EnginePackets.NOOP);
    endProbe(channel);
    lastPoll.forget();
    webSocket = channel;
    scheduleFlush();
  }

  /** Answers a poll once more if it repeats the last one; false if it is another. */
  synchronized boolean repeatPoll(Channel channel, @Nullable String stamp) {
    byte[] lost = lastPoll.asked(stamp);
    if (lost != null) {
      HttpAnswers.poll(channel, lost);
    }
    return lost != null;
  }

  /** Whether the client may still ask for the answer to its last poll. */
  synchronized boolean canRepeat() {
    return lastPoll.isKept();
  }

  /** Holds a polling request until there is something to send; false if another is held. */
  synchronized boolean holdPoll(Channel channel) {
    if (heldPoll != null && heldPoll != channel) {
      return false;
    }
    heldPoll = channel;
    if (ending != null) {
      owesPoll = false;
      releasePoll(ending.farewell());
    } else if (!outbox.isEmpty()) {
      answerPoll();
    } else if (isProbeAnswered) {
      releasePoll(EnginePackets.NOOP);
    }
    return true;
  }

  synchronized boolean isPolling() {
    return webSocket == null;
  }

  synchronized boolean isClosed() {
    return ending != null;
  }

  /** Reserves the session for one upgrading WebSocket; false if it has one already. */
  synchronized boolean beginProbe(Channel channel) {
    if (isClosed() || webSocket != null || probe != null) {
      return false;
    }
    probe = channel;
    return true;
  }

  /** The probe came through: frees a held poll, so that the client can stop polling. */
  synchronized void probeAnswered() {
    isProbeAnswered = true;
    releasePoll(EnginePackets.NOOP);
  }

  /** Gives up an upgrade that was not completed; polling goes on. */
  synchronized void endProbe(Channel channel) {
    if (channel == probe) {
      probe = null;
      isProbeAnswered = false;
    }
  }

  /** Whether a polling client was left without a last answer. */
  synchronized boolean owesPoll() {
    return owesPoll;
  }

  /** Whether the session depends on this channel. */
  synchronized boolean isTransport(Channel channel) {
    return channel == webSocket || channel == heldPoll;
  }

  /** Says goodbye on every open connection; false if that was done before. */
  synchronized boolean close(CloseReason reason) {
    if (isClosed()) {
      return false;
    }
    ending = reason;
    owesPoll = webSocket == null && heldPoll == null;
    outbox.clear();
    releasePoll(reason.farewell());
    lastPoll.forget();
    WebSockets.close(webSocket, reason);
    // A client that has its answer stops polling and waits for nothing but its turn to say "5"; cut
    // off before, it would not notice the end until its ping timeout.
    if (!isProbeAnswered) {
      WebSockets.close(probe, reason);
    }
    return true;
  }
}

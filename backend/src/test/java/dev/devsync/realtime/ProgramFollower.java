package dev.devsync.realtime;

import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program at the plain WebSocket. */
final class ProgramFollower extends Follower {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long RETRY_MILLIS = 20;

  private volatile boolean isDone;

  ProgramFollower(Place place) {
    super(place);
  }

  @Override
  String name() {
    return "program";
  }

  @Override
  void follow() {
    Thread.ofVirtual().start(this::comeBackAgainAndAgain);
  }

  private void comeBackAgainAndAgain() {
    while (!isDone) {
      try (PlainWebSocket socket =
          new PlainWebSocket(
              place.port(), "/api/v1/stream", "Authorization: Bearer " + place.token() + "\r\n")) {
        String last = lastSeq.get() == UNKNOWN ? "" : ",\"last_seq\":" + lastSeq.get();
        socket.send(
            "{\"action\":\"subscribe\",\"projects\":[%d]%s}".formatted(place.project(), last));
        socket.listen(text -> receive(JSON.readTree(text)));
        Thread.sleep(RETRY_MILLIS);
      } catch (IOException cut) {
        // Once more.
      } catch (InterruptedException end) {
        return;
      }
    }
  }

  private void receive(JsonNode message) {
    JsonNode data = message.path("data");
    switch (message.path("event").asString("")) {
      case "task_updated" -> {
        heard(data.path("task_id").intValue(), data.path("task").path("version").intValue());
        lastSeq.set(data.path("seq").longValue());
      }
      case "resync_required" -> problem("resync after " + lastSeq);
      case "" -> {
        lastSeq.compareAndSet(UNKNOWN, message.path("seq").longValue());
        arrived();
      }
      default -> {}
    }
  }

  @Override
  public void close() {
    isDone = true;
  }
}

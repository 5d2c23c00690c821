package dev.devsync.realtime;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import org.json.JSONObject;

/** A Socket.IO client, in its room by naming it when it connects or by joining it afterwards. */
final class TabFollower extends Follower {

  private final String transport;
  private final boolean namesRooms;
  private final Map<String, String> auth = new ConcurrentHashMap<>();
  private final Socket socket;

  TabFollower(Place place, String transport, boolean namesRooms) {
    super(place);
    this.transport = transport;
    this.namesRooms = namesRooms;
    auth.put("token", place.token());
    if (namesRooms) {
      auth.put("projects", Integer.toString(place.project()));
    }
    IO.Options options =
        IO.Options.builder()
            .setForceNew(true)
            .setAuth(auth)
            .setTransports(new String[] {transport})
            .setReconnectionDelay(20)
            .setReconnectionDelayMax(200)
            .build();
    // A poll that is repeated behind the client's back would lose what its first answer held.
    OkHttpClient http = new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    options.callFactory = http;
    options.webSocketFactory = http;
    socket = IO.socket(URI.create("http://localhost:" + place.port()), options);
    socket.on("task_updated", arguments -> hear((JSONObject) arguments[0]));
    socket.on("resync_required", arguments -> problem("resync after " + lastSeq));
    socket.on(Socket.EVENT_CONNECT, nothing -> connected());
  }

  @Override
  String name() {
    return transport + (namesRooms ? " naming rooms" : " joining rooms");
  }

  @Override
  void follow() {
    socket.connect();
  }

  private void connected() {
    JSONObject room = new JSONObject(Map.of("project_id", place.project()));
    socket.emit(
        "join_project",
        new Object[] {room},
        (Ack)
            answer -> {
              if (lastSeq.compareAndSet(UNKNOWN, ((JSONObject) answer[0]).optLong("seq"))) {
                auth.put("last_seq", Long.toString(lastSeq.get()));
              }
              arrived();
            });
  }

  private void hear(JSONObject event) {
    heard(event.optInt("task_id"), event.optJSONObject("task").optInt("version"));
    lastSeq.set(event.optLong("seq"));
    auth.put("last_seq", Long.toString(lastSeq.get()));
  }

  @Override
  public void close() {
    socket.disconnect();
    socket.close();
  }
}

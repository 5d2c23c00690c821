package dev.devsync.realtime.engine;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An event a client sent.
 *
 * @param ack answers the client; does nothing if it did not ask
 */
public record SocketEvent(String name, List<JsonNode> arguments, Ack ack) {

  /** The first argument; a missing node if there was none. */
  public JsonNode argument() {
    return arguments.isEmpty() ? MissingNode.getInstance() : arguments.getFirst();
  }
}

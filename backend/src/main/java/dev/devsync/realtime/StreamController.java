package dev.devsync.realtime;

import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.ClientAddress;
import dev.devsync.platform.web.Refuses;
import dev.devsync.realtime.engine.SocketEngine;
import dev.devsync.realtime.engine.bridge.WebSocketUpgrade;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A plain WebSocket for programs that do not speak Socket.IO. */
@RestController
@RequestMapping("/api/v1")
class StreamController {

  private static final String WEBSOCKET_VERSION = "13";

  private final StreamAuthentication authentication;
  private final StreamEvents events;
  private final SocketEngine engine;

  StreamController(StreamAuthentication authentication, StreamEvents events, SocketEngine engine) {
    this.authentication = authentication;
    this.events = events;
    this.engine = engine;
  }

  @GetMapping("/stream")
  @Requires(Right.HEAR_EVENTS)
  @Answers(value = Void.class, status = 101)
  @Refuses(400)
  @Operation(
      summary = "Open a WebSocket for live events (see /api/asyncapi.yaml)",
      security = @SecurityRequirement(name = "accessToken"))
  void openStream(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Visitor visitor = authentication.require(request);
    requireHandshake(request);
    String address = ClientAddress.of(request);
    WebSocketUpgrade.perform(
        request, response, channel -> engine.openStream(channel, visitor, address, events));
  }

  private static void requireHandshake(HttpServletRequest request) {
    boolean isHandshake =
        "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
            && WEBSOCKET_VERSION.equals(request.getHeader("Sec-WebSocket-Version"))
            && request.getHeader("Sec-WebSocket-Key") != null;
    if (!isHandshake) {
      throw ApiException.badRequest("WebSocket handshake required");
    }
  }
}

package dev.devsync.fakegithub;

import dev.devsync.fakegithub.FakeRepository.FakeHook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Registers hooks, and writes and sends signed deliveries. */
final class Hooks {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  // Like GitHub; an offer to speak HTTP/2 would be left unanswered by proxies that take it for a
  // web socket.
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<FakeDelivery> deliveries = new CopyOnWriteArrayList<>();
  volatile boolean delivering;

  /** Where an address that GitHub was given really leads. */
  volatile UnaryOperator<String> reached = UnaryOperator.identity();

  /** Answers what is asked about the hooks of a repository, below {@code /hooks}. */
  Answer handle(Call call, FakeRepository repository, String rest) {
    if (rest.isEmpty()) {
      return call.method().equals("POST")
          ? register(repository, call.json())
          : Answer.ok(repository.hooks.stream().map(FakeHook::json).toList());
    }
    String[] parts = rest.substring(1).split("/");
    FakeHook hook =
        repository.hooks.stream()
            .filter(known -> Long.toString(known.id()).equals(parts[0]))
            .findFirst()
            .orElse(null);
    if (hook == null) {
      return Answer.message(404, "Not Found");
    }
    return switch (call.method() + (parts.length > 1 ? " " + parts[1] : "")) {
      case "GET" -> Answer.ok(hook.json());
      case "PATCH" -> {
        FakeHook changed = hook(hook.id(), call.json());
        repository.hooks.set(repository.hooks.indexOf(hook), changed);
        yield Answer.ok(changed.json());
      }
      case "POST pings" -> {
        ping(repository, hook);
        yield Answer.empty(204);
      }
      default -> Answer.message(404, "Not Found");
    };
  }

  private Answer register(FakeRepository repository, JsonNode json) {
    FakeHook hook = hook(repository.hooks.size() + 1, json);
    if (repository.hooks.stream().anyMatch(known -> known.url().equals(hook.url()))) {
      return Answer.message(422, "Hook already exists on this repository");
    }
    repository.hooks.add(hook);
    ping(repository, hook);
    return Answer.json(201, hook.json());
  }

  private static FakeHook hook(long id, JsonNode json) {
    JsonNode config = json.path("config");
    List<String> events = new ArrayList<>();
    json.path("events").forEach(event -> events.add(event.asString()));
    return new FakeHook(
        id,
        config.path("url").asString(""),
        config.path("secret").asString(""),
        events,
        new AtomicReference<>());
  }

  private void ping(FakeRepository repository, FakeHook hook) {
    record(repository, "ping", Map.of("zen", "Keep it logically awesome.", "hook_id", hook.id()));
  }

  void issue(String action, FakeRepository repository, FakeIssue issue, String sender) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("action", action);
    payload.put("issue", issue.json(repository));
    payload.put("sender", Map.of("login", sender));
    record(repository, "issues", payload);
  }

  void pullRequest(String action, FakeRepository repository, FakeIssue pull, String sender) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("action", action);
    payload.put("number", pull.number);
    payload.put("pull_request", pull.pullRequest(repository));
    payload.put("sender", Map.of("login", sender));
    record(repository, "pull_request", payload);
  }

  /** The deliveries since the last call, oldest first. */
  List<FakeDelivery> taken() {
    List<FakeDelivery> taken = List.copyOf(deliveries);
    deliveries.removeAll(taken);
    return taken;
  }

  private void record(FakeRepository repository, String event, Map<String, Object> payload) {
    Map<String, Object> full = new LinkedHashMap<>(payload);
    full.put("repository", repository.json());
    byte[] body = JSON.writeValueAsBytes(full);
    FakeDelivery delivery = new FakeDelivery(UUID.randomUUID().toString(), event, body);
    deliveries.add(delivery);
    if (delivering) {
      repository.hooks.stream()
          .filter(hook -> hook.events().contains(event) || event.equals("ping"))
          .forEach(hook -> Thread.startVirtualThread(() -> send(delivery, hook)));
    }
  }

  private void send(FakeDelivery delivery, FakeHook hook) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(reached.apply(hook.url())))
            .header("Content-Type", "application/json")
            .header("X-GitHub-Event", delivery.event())
            .header("X-GitHub-Delivery", delivery.id())
            .header("X-Hub-Signature-256", signature(delivery.body(), hook.secret()))
            .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()))
            .build();
    http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .handle((answer, failure) -> answer == null ? 0 : answer.statusCode())
        .thenAccept(hook.lastStatus()::set);
  }

  static String signature(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

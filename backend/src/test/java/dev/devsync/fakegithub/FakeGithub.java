package dev.devsync.fakegithub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A GitHub that speaks HTTP and keeps state: people, the consent page, repositories, issues, pull
 * requests, comments and hooks, with entity tags, pages and any weather a test asks for.
 */
public final class FakeGithub implements AutoCloseable {

  private final World world = new World();
  private final Hooks hooks = new Hooks();
  private final OauthPages oauth = new OauthPages(world);
  private final RestApi rest = new RestApi(world, hooks);
  private final Site site = new Site(world, this);
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<Answered> answered = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Weather weather = Weather.FAIR;
  private volatile String weatherFor = "";
  private volatile String elsewhere = "http://127.0.0.1:1/";
  private volatile String meanwhileFor = "";
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>();
  private volatile long slowMillis = 12_000;

  private FakeGithub(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts on the port; 0 picks a free one. */
  public static FakeGithub start(int port) {
    try {
      return new FakeGithub(port);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public FakeRepository repository(String fullName) {
    return world.repository(fullName);
  }

  /** A good token of somebody with this login. */
  public String token(String login) {
    return world.token(login);
  }

  /** A refresh token of somebody with this login, good once. */
  public String refreshToken(String login) {
    return world.refreshToken(login);
  }

  public void revoke(String token) {
    world.revoke(token);
  }

  /** Tokens granted from now on end after so many seconds and come with a refresh token. */
  public void expireTokensAfter(Integer seconds) {
    world.tokenLifetime = seconds;
  }

  /** All calls whose method, path and query contain the text meet this weather. */
  public void weather(Weather kind, String part) {
    weatherFor = part;
    weather = kind;
  }

  public void redirectTo(String url) {
    elsewhere = url;
  }

  /** Before the next call whose method and path contain the text is answered, this happens. */
  public void meanwhile(String part, Runnable event) {
    meanwhileFor = part;
    meanwhile.set(event);
  }

  /** Codes and refresh tokens are not even looked at; the application is told of this error. */
  public void refuseGrants(String error) {
    world.grantError = error;
  }

  /** What was asked so far, as {@code GET /path}. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /**
   * An answer that was given.
   *
   * @param call as {@code GET /path}
   */
  public record Answered(String call, int status, Instant at) {}

  /** The answers so far to calls that began with this method and path. */
  public List<Answered> answers(String start) {
    return answered.stream().filter(answer -> answer.call().startsWith(start)).toList();
  }

  /** How many calls began with this method and path. */
  public long calls(String start) {
    return calls.stream().filter(call -> call.startsWith(start)).count();
  }

  /** Forgets everything. */
  public void reset() {
    synchronized (world) {
      world.repositories.clear();
      world.loginsByToken.clear();
      world.codes.clear();
      world.tokenLifetime = null;
      world.grantError = null;
    }
    meanwhile.set(null);
    hooks.taken();
    hooks.delivering = false;
    hooks.reached = url -> url;
    calls.clear();
    answered.clear();
    weather(Weather.FAIR, "");
  }

  /** Somebody closes or reopens an issue on GitHub's own pages. */
  public void setState(FakeRepository repository, int number, String state, String who) {
    synchronized (repository) {
      FakeIssue issue = repository.issue(number);
      if (!issue.state.equals(state)) {
        issue.state = state;
        issue.touch();
        hooks.issue(state.equals("closed") ? "closed" : "reopened", repository, issue, who);
      }
    }
  }

  /** Somebody renames an issue on GitHub's own pages. */
  public void setTitle(FakeRepository repository, int number, String title, String who) {
    synchronized (repository) {
      FakeIssue issue = repository.issue(number);
      issue.title = title;
      issue.touch();
      hooks.issue("edited", repository, issue, who);
    }
  }

  /** Somebody deletes an issue. */
  public void delete(FakeRepository repository, int number, String who) {
    synchronized (repository) {
      FakeIssue issue = repository.issue(number);
      repository.issues.remove(number);
      hooks.issue("deleted", repository, issue, who);
    }
  }

  /** Somebody moves an issue to another repository, where it gets the next number. */
  public FakeIssue transfer(FakeRepository from, int number, FakeRepository to) {
    FakeIssue moved = to.open(from.issue(number).title, from.issue(number).author);
    synchronized (from) {
      from.issues.remove(number);
      from.movedIssues.put(number, "/repositories/%d/issues/%d".formatted(to.id(), moved.number()));
    }
    return moved;
  }

  /** Somebody merges a pull request, or closes it without. */
  public void finish(FakeRepository repository, int number, boolean merged, String who) {
    synchronized (repository) {
      FakeIssue pull = repository.issue(number);
      pull.touch();
      pull.state = "closed";
      pull.closedAt = pull.updatedAt;
      pull.mergedAt = merged ? pull.updatedAt : null;
      hooks.pullRequest("closed", repository, pull, who);
    }
  }

  /** Somebody reopens a pull request. */
  public void reopen(FakeRepository repository, int number, String who) {
    synchronized (repository) {
      FakeIssue pull = repository.issue(number);
      pull.touch();
      pull.state = "open";
      pull.closedAt = null;
      hooks.pullRequest("reopened", repository, pull, who);
    }
  }

  /** Somebody is asked to review a pull request; nobody in particular takes the request back. */
  public void requestReview(FakeRepository repository, int number, String... reviewers) {
    synchronized (repository) {
      FakeIssue pull = repository.issue(number);
      pull.touch();
      pull.reviewers.clear();
      pull.reviewers.addAll(List.of(reviewers));
      hooks.pullRequest(
          reviewers.length == 0 ? "review_request_removed" : "review_requested",
          repository,
          pull,
          pull.author);
    }
  }

  /** A pull request event that says how it is now. */
  public void announcePullRequest(FakeRepository repository, int number, String action) {
    synchronized (repository) {
      FakeIssue pull = repository.issue(number);
      pull.touch();
      hooks.pullRequest(action, repository, pull, pull.author);
    }
  }

  /**
   * The deliveries written since the last call; they are sent by nobody unless {@link #deliver} was
   * asked for.
   */
  public List<FakeDelivery> deliveries() {
    return hooks.taken();
  }

  /** Sends deliveries to registered hooks by itself. */
  public void deliver(boolean on) {
    hooks.delivering = on;
  }

  /** Deliveries to addresses that begin with the first go to where the second leads. */
  public void reach(String address, String really) {
    hooks.reached = url -> url.startsWith(address) ? really + url.substring(address.length()) : url;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Call call = Call.of(exchange);
      calls.add(call.method() + " " + call.path());
      Answer answer = answer(call);
      answered.add(new Answered(call.method() + " " + call.path(), answer.status(), Instant.now()));
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Answer answer(Call call) {
    if ((call.method() + " " + call.path()).contains(meanwhileFor)) {
      Optional.ofNullable(meanwhile.getAndSet(null)).ifPresent(Runnable::run);
    }
    if (weather != Weather.FAIR && call.target().contains(weatherFor)) {
      if (weather == Weather.SLOW) {
        dawdle();
      }
      if (weather == Weather.ANSWER_LOST) {
        handled(call);
      }
      return weather.answer(elsewhere);
    }
    return handled(call);
  }

  private Answer handled(Call call) {
    if (call.path().startsWith("/login/")) {
      return oauth.handle(call);
    }
    return call.path().matches("/(user|repos|repositories)(/.*)?")
        ? rest.handle(call)
        : site.handle(call);
  }

  private void dawdle() {
    try {
      Thread.sleep(slowMillis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package dev.devsync.github.client;

import dev.devsync.github.client.GithubTrouble.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Sends requests and waits for complete answers, for ten seconds at most. Redirects are followed on
 * the same host only, so that a token never travels elsewhere, and writes only where method and
 * body may be kept (renamed repositories answer 307); and nothing of a request but its method and
 * path is ever logged.
 */
@Component
class GithubHttp {

  private static final Logger log = LoggerFactory.getLogger(GithubHttp.class);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
  private static final long LARGEST_ANSWER = 16L * 1024 * 1024;
  private static final int MOST_REDIRECTS = 3;

  /** Made with the first request: it reads the machine's certificates, which no start waits for. */
  private final Supplier<HttpClient> http = SingletonSupplier.of(GithubHttp::client);

  private final GithubTraffic traffic;

  GithubHttp(GithubTraffic traffic) {
    this.traffic = traffic;
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(LONGEST_CONNECT)
        .version(HttpClient.Version.HTTP_1_1)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  /** The answer, whatever its status. */
  HttpResponse<byte[]> send(HttpRequest request) {
    HttpResponse<byte[]> answer = exchange(request);
    for (int i = 0; i < MOST_REDIRECTS && isRedirect(answer.statusCode()); i++) {
      URI target = target(request, answer);
      answer = exchange(HttpRequest.newBuilder(request, (name, value) -> true).uri(target).build());
    }
    if (isRedirect(answer.statusCode())) {
      throw new GithubTrouble(Kind.UNAVAILABLE, "redirected too often");
    }
    return answer;
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) {
    String what = request.method() + " " + request.uri().getPath();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.get()
            .sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    try {
      HttpResponse<byte[]> complete = answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
      traffic.answered(complete.statusCode(), complete.headers());
      return complete;
    } catch (TimeoutException slow) {
      answer.cancel(true);
      traffic.unanswered();
      log.warn("{}: no answer from GitHub within {} s", what, LONGEST.toSeconds());
      throw new GithubTrouble(Kind.UNAVAILABLE, "no answer in time");
    } catch (ExecutionException failure) {
      traffic.unanswered();
      log.warn(
          "{}: GitHub cannot be reached: {}",
          what,
          failure.getCause() == null ? "" : failure.getCause().getClass().getSimpleName());
      throw new GithubTrouble(Kind.UNAVAILABLE, "not reachable");
    } catch (InterruptedException stopping) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new GithubTrouble(Kind.UNAVAILABLE, "interrupted");
    }
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 307 || status == 308;
  }

  private static URI target(HttpRequest request, HttpResponse<byte[]> answer) {
    URI from = request.uri();
    URI to;
    try {
      to = from.resolve(answer.headers().firstValue("Location").orElse(""));
    } catch (IllegalArgumentException malformed) {
      throw new GithubTrouble(Kind.UNAVAILABLE, "redirected to nowhere");
    }
    boolean home =
        from.getScheme().equals(to.getScheme()) && from.getAuthority().equals(to.getAuthority());
    boolean isRepeatable =
        request.method().equals("GET") || answer.statusCode() == 307 || answer.statusCode() == 308;
    if (!home || !isRepeatable) {
      log.warn("{} {}: a redirect was not followed", request.method(), from.getPath());
      throw new GithubTrouble(Kind.UNAVAILABLE, "redirected elsewhere");
    }
    return to;
  }
}

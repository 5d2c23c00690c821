package dev.devsync.github.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.devsync.github.GithubSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * GitHub's REST interface. Answers to reads are remembered for a while with their entity tags, so
 * that asking again for what has not changed costs no part of the rate limit; what is returned is
 * always current.
 */
@Component
public class GithubApi {

  private static final int MOST_REMEMBERED_BYTES = 32 * 1024 * 1024;

  private final GithubSettings settings;
  private final GithubHttp http;
  private final GithubAnswers answers;
  private final JsonMapper json;
  private final Cache<Question, Remembered> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_REMEMBERED_BYTES)
          .weigher((Question question, Remembered answer) -> answer.bytes())
          .expireAfterWrite(Duration.ofMinutes(5))
          .build();

  GithubApi(GithubSettings settings, GithubHttp http, GithubAnswers answers, JsonMapper json) {
    this.settings = settings;
    this.http = http;
    this.answers = answers;
    this.json = json;
  }

  private record Question(String token, String path) {}

  private record Remembered(GithubReply reply, int bytes) {}

  /** Reads {@code /path?query}. */
  public GithubReply get(String token, String path) {
    Question question = new Question(token, path);
    Remembered earlier = remembered.getIfPresent(question);
    HttpResponse<byte[]> answer =
        http.send(reading(token, path, earlier == null ? null : earlier.reply().etag()));
    if (answer.statusCode() == 304 && earlier != null) {
      return unchanged(earlier.reply());
    }
    GithubReply reply = answers.successOf(answer);
    if (reply.etag() != null) {
      remembered.put(question, new Remembered(reply, answer.body().length + path.length()));
    }
    return reply;
  }

  /** Reads what may have changed since the answer with this entity tag; null if it has not. */
  public @Nullable GithubReply getIfChanged(String token, String path, @Nullable String etag) {
    HttpResponse<byte[]> answer = http.send(reading(token, path, etag));
    return answer.statusCode() == 304 ? null : answers.successOf(answer);
  }

  /** Sends a body with {@code POST}, {@code PATCH} or {@code DELETE}. */
  public GithubReply send(String token, String method, String path, Map<String, ?> body) {
    HttpRequest request =
        request(token, path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
            .build();
    return answers.successOf(http.send(request));
  }

  private HttpRequest reading(String token, String path, @Nullable String etag) {
    HttpRequest.Builder request = request(token, path).GET();
    if (etag != null) {
      request.header("If-None-Match", etag);
    }
    return request.build();
  }

  private HttpRequest.Builder request(String token, String path) {
    return HttpRequest.newBuilder(URI.create(settings.apiUrl() + path))
        .header("Accept", "application/vnd.github+json")
        .header("User-Agent", "DevSync")
        .header("Authorization", "token " + token);
  }

  private static GithubReply unchanged(GithubReply reply) {
    return new GithubReply(reply.body(), reply.etag(), reply.link(), true);
  }
}

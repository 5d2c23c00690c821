package dev.devsync.platform.web;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.stereotype.Component;

/**
 * Sends answers that are made row by row. Those that are the same as long as the data is the same
 * are made once for all who ask meanwhile or later: one of twenty thousand tasks takes a processor
 * a quarter of a second.
 */
@Component
public class LongAnswers {

  private static final long MOST_KEPT = 16L << 20;
  private static final long LONGEST_KEPT = MOST_KEPT / 4;
  private static final int WEIGHT_OF_KEY = 4 << 10;
  private static final Duration KEPT_UNUSED = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String GZIP = "gzip";

  private final AsyncCache<Object, KeptAnswer> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_KEPT)
          .weigher((Object sameAs, KeptAnswer answer) -> WEIGHT_OF_KEY + answer.bytes().length)
          .expireAfterAccess(KEPT_UNUSED)
          .buildAsync();
  private final HttpServletRequest request;

  /** Spring gives the request that the thread is answering. */
  LongAnswers(HttpServletRequest request) {
    this.request = request;
  }

  /** Something that writes an answer. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream output) throws IOException;
  }

  /** Sends an answer that nobody else will get. */
  public void send(HttpOutputMessage output, Writing writing) throws IOException {
    make(output, writing, null);
  }

  /**
   * Sends what is written, if it can be written as a whole.
   *
   * @param sameAs equal only for the same answers, and some kilobytes at most; null if there is no
   *     telling
   * @throws IOException if it cannot be written or the client does not take it
   */
  void send(HttpOutputMessage output, @Nullable Object sameAs, Writing writing) throws IOException {
    if (sameAs == null) {
      send(output, writing);
      return;
    }
    CompletableFuture<KeptAnswer> mine = new CompletableFuture<>();
    CompletableFuture<KeptAnswer> others = kept.asMap().putIfAbsent(sameAs, mine);
    if (others == null) {
      make(output, writing, mine);
      return;
    }
    KeptAnswer answer = await(others);
    if (answer.isKept()) {
      send(output, answer.open(), answer.bytes().length, answer.gzip());
    } else {
      send(output, writing);
    }
  }

  /** What others get who asked first; when they fail, so would this. */
  private static KeptAnswer await(CompletableFuture<KeptAnswer> others) throws IOException {
    try {
      return others.copy().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException failed) {
      return switch (failed.getCause()) {
        case TimeoutException tooLong -> KeptAnswer.NOT_KEPT;
        case RuntimeException same -> throw same;
        case IOException same -> throw same;
        case null, default -> throw failed;
      };
    }
  }

  /** Whoever waits is told before the client, who may be slow. */
  private void make(
      HttpOutputMessage output, Writing writing, @Nullable CompletableFuture<KeptAnswer> waiting)
      throws IOException {
    try (Spool spool = Spool.of(writing)) {
      if (waiting != null) {
        waiting.complete(
            spool.length() <= LONGEST_KEPT
                ? new KeptAnswer(spool.open().readAllBytes(), spool.isGzip())
                : KeptAnswer.NOT_KEPT);
      }
      send(output, spool.open(), spool.length(), spool.isGzip());
    } catch (Throwable failure) {
      if (waiting != null) {
        waiting.completeExceptionally(failure);
      }
      throw failure;
    }
  }

  private void send(HttpOutputMessage output, InputStream answer, long length, boolean gzip)
      throws IOException {
    HttpHeaders headers = output.getHeaders();
    if (gzip && !headers.getVary().contains(HttpHeaders.ACCEPT_ENCODING)) {
      headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    if (!gzip) {
      answer.transferTo(output.getBody());
    } else if (takesGzip()) {
      headers.set(HttpHeaders.CONTENT_ENCODING, GZIP);
      headers.setContentLength(length);
      answer.transferTo(output.getBody());
    } else {
      try (InputStream plain = new GZIPInputStream(answer)) {
        plain.transferTo(output.getBody());
      }
    }
    output.getBody().flush();
  }

  private boolean takesGzip() throws IOException {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null
        && AcceptEncoding.parse(new StringReader(accepted)).stream()
            .anyMatch(
                coding -> GZIP.equalsIgnoreCase(coding.getEncoding()) && coding.getQuality() > 0);
  }
}

package dev.devsync.github.client;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A successful answer.
 *
 * @param isUnchanged whether GitHub confirmed what an earlier answer said (304); the body is then
 *     that answer's
 */
public record GithubReply(
    JsonNode body, @Nullable String etag, @Nullable String link, boolean isUnchanged) {

  private static final Pattern LAST_PAGE =
      Pattern.compile("[?&]page=(\\d+)[^>]*>;\\s*rel=\"last\"");

  static GithubReply of(JsonNode body, HttpHeaders headers) {
    return new GithubReply(
        body,
        headers.firstValue("ETag").orElse(null),
        headers.firstValue("Link").orElse(null),
        false);
  }

  /** Whether there is a further page. */
  public boolean hasNext() {
    return link != null && link.contains("rel=\"next\"");
  }

  /** The number of the last page; empty on the last page itself. */
  public Optional<Integer> lastPage() {
    Matcher last = LAST_PAGE.matcher(link == null ? "" : link);
    return last.find() ? Optional.of(Integer.valueOf(last.group(1))) : Optional.empty();
  }
}

package dev.devsync.platform.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Finds the tokens of a request, header before cookie (conventions, section 8.3), and reads each
 * once.
 */
@Component
public class PresentedTokens {

  private static final String ATTRIBUTE = PresentedTokens.class.getName();

  private final TokenCodec codec;

  PresentedTokens(TokenCodec codec) {
    this.codec = codec;
  }

  /**
   * A token of a request.
   *
   * @param fromCookie whether the browser sent it by itself
   * @param claims null if the token is no good
   * @param problem null if it is
   */
  public record Presented(
      boolean fromCookie, @Nullable TokenClaims claims, @Nullable TokenProblem problem) {}

  /** All tokens presented for this type, the one that counts first. */
  @SuppressWarnings("unchecked")
  public List<Presented> of(HttpServletRequest request, TokenType type) {
    String attribute = ATTRIBUTE + type;
    if (request.getAttribute(attribute) instanceof List<?> known) {
      return (List<Presented>) known;
    }
    List<Presented> found = new ArrayList<>();
    addFromHeader(found, request, type);
    addFromCookie(found, request, type);
    request.setAttribute(attribute, found);
    return found;
  }

  private void addFromHeader(List<Presented> found, HttpServletRequest request, TokenType type) {
    List<String[]> bearers = new ArrayList<>();
    for (String header : Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION))) {
      for (String element : header.split(",")) {
        String[] words = element.strip().split("\\s+");
        if (words[0].equals("Bearer")) {
          bearers.add(words);
        }
      }
    }
    if (bearers.size() == 1 && bearers.getFirst().length == 2) {
      found.add(read(bearers.getFirst()[1], type, false));
    } else if (!bearers.isEmpty()) {
      found.add(new Presented(false, null, TokenProblem.INVALID));
    }
  }

  private void addFromCookie(List<Presented> found, HttpServletRequest request, TokenType type) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return;
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(type.cookieName()) && !cookie.getValue().isEmpty()) {
        found.add(read(cookie.getValue(), type, true));
        return;
      }
    }
  }

  private Presented read(String token, TokenType type, boolean fromCookie) {
    TokenCodec.Reading reading = codec.read(token, type);
    return new Presented(fromCookie, reading.claims(), reading.problem());
  }
}

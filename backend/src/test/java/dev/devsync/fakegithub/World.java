package dev.devsync.fakegithub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Everything the fake knows: people, their tokens, repositories. All access is under the world's
 * lock.
 */
final class World {

  final Map<String, String> loginsByToken = new LinkedHashMap<>();
  final Map<String, Pending> codes = new LinkedHashMap<>();
  final Map<String, String> loginsByRefreshToken = new LinkedHashMap<>();
  final List<FakeRepository> repositories = new ArrayList<>();
  final AtomicInteger names = new AtomicInteger();
  String visitor = "octocat";
  Integer tokenLifetime;
  String grantError;

  /** A code that waits to be exchanged. */
  record Pending(String login, String challenge, String redirectUri) {}

  synchronized FakeRepository repository(String fullName) {
    FakeRepository repository = new FakeRepository(3_000_000_000L + repositories.size(), fullName);
    repositories.add(repository);
    return repository;
  }

  synchronized Optional<FakeRepository> find(String fullName) {
    return repositories.stream().filter(r -> r.fullName.equalsIgnoreCase(fullName)).findFirst();
  }

  synchronized Optional<FakeRepository> find(long id) {
    return repositories.stream().filter(r -> r.id == id).findFirst();
  }

  /** The repository that had this name once. */
  synchronized Optional<FakeRepository> findFormer(String fullName) {
    return repositories.stream()
        .filter(r -> r.formerNames.contains(fullName.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  synchronized String token(String login) {
    String token = "gho_" + login + "_" + names.incrementAndGet();
    loginsByToken.put(token, login);
    return token;
  }

  synchronized String refreshToken(String login) {
    String refresh = "ghr_" + login + "_" + names.incrementAndGet();
    loginsByRefreshToken.put(refresh, login);
    return refresh;
  }

  synchronized void revoke(String token) {
    loginsByToken.remove(token);
  }

  synchronized Map<String, Object> grant(String login) {
    Map<String, Object> grant = new LinkedHashMap<>();
    grant.put("access_token", token(login));
    grant.put("token_type", "bearer");
    grant.put("scope", "repo,user:email");
    if (tokenLifetime != null) {
      grant.put("refresh_token", refreshToken(login));
      grant.put("expires_in", tokenLifetime);
    }
    return grant;
  }
}

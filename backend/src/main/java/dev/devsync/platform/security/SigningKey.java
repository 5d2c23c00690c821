package dev.devsync.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import dev.devsync.platform.configuration.StartRefused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * The key tokens are signed with. The contract allows secrets of any length; libraries do not. HMAC
 * itself fills short keys with zeros up to its block, so doing the same beforehand changes no
 * signature.
 */
record SigningKey(JWSAlgorithm algorithm, byte[] bytes) {

  private static final Set<String> ALGORITHMS = Set.of("HS256", "HS384", "HS512");
  private static final int HMAC_BLOCK = 64;

  static SigningKey of(String algorithm, String secret) {
    if (!ALGORITHMS.contains(algorithm)) {
      throw new StartRefused(
          "JWT_ALGORITHM is " + algorithm + ", which is not supported.",
          "Set it to HS256, HS384 or HS512.");
    }
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return new SigningKey(
        JWSAlgorithm.parse(algorithm), Arrays.copyOf(bytes, Math.max(HMAC_BLOCK, bytes.length)));
  }
}

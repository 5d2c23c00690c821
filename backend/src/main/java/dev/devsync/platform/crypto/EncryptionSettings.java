package dev.devsync.platform.crypto;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What secrets at rest are encrypted with.
 *
 * @param keys texts of any length, comma-separated, the newest first; the others only still decrypt
 */
@ConfigurationProperties("devsync.encryption")
record EncryptionSettings(@DefaultValue("") String keys) {

  List<String> secrets() {
    return Arrays.stream(keys.split(",")).map(String::strip).filter(key -> !key.isEmpty()).toList();
  }
}

package dev.devsync.platform.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Secrets made once for development and kept beside the embedded database, readable by their owner
 * only.
 */
@Component
public class DevelopmentSecrets {

  private final Path file;

  DevelopmentSecrets(@Value("${devsync.home}") Path home) {
    this.file = home.resolve("secrets.properties");
  }

  /** The secret of this name: 48 random bytes in URL-safe Base64, the same on every start. */
  public synchronized String secret(String name) {
    try {
      Properties secrets = load();
      if (secrets.getProperty(name) == null) {
        secrets.setProperty(name, random());
        store(secrets);
      }
      return secrets.getProperty(name);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "The development secrets in " + file + " cannot be kept", failure);
    }
  }

  private Properties load() throws IOException {
    Properties secrets = new Properties();
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        secrets.load(in);
      }
    }
    return secrets;
  }

  private void store(Properties secrets) throws IOException {
    Files.createDirectories(file.getParent());
    if (!Files.exists(file)
        && Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      secrets.store(
          out, "Generated for development. Production takes its secrets from the environment.");
    }
  }

  private static String random() {
    byte[] bytes = new byte[48];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

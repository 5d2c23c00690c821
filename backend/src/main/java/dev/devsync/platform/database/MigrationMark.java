package dev.devsync.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * What a finished migration leaves in the database, so that the next start sees at a glance that
 * nothing is to be done: a fingerprint of the change log, as the tag of the newest change set, with
 * the number of change sets. It is gone as soon as a change set is added, changed or rolled back.
 */
record MigrationMark(String fingerprint) {

  private static final Pattern INCLUDED = Pattern.compile("file: *([\\w.-]+\\.sql)");
  private static final String EXISTS = "SELECT to_regclass('ops.databasechangelog') IS NOT NULL";
  private static final String APPLIED =
      "SELECT (SELECT count(*) FROM ops.databasechangelog) AS number, tag"
          + " FROM ops.databasechangelog ORDER BY orderexecuted DESC LIMIT 1";
  private static final String LEAVE =
      "UPDATE ops.databasechangelog SET tag = ? ||"
          + " (SELECT count(*) FROM ops.databasechangelog)"
          + " WHERE orderexecuted = (SELECT max(orderexecuted) FROM ops.databasechangelog)";

  /** Of a master file and the files that it includes from this folder. */
  static MigrationMark of(String folder, String master) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] list = content(master);
      digest.update(list);
      var included = INCLUDED.matcher(new String(list, StandardCharsets.UTF_8));
      while (included.find()) {
        digest.update(content(folder + included.group(1)));
      }
      return new MigrationMark(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JVM knows SHA-256", impossible);
    }
  }

  boolean isOn(Connection connection) throws SQLException {
    try (ResultSet exists = connection.createStatement().executeQuery(EXISTS)) {
      if (!exists.next() || !exists.getBoolean(1)) {
        return false;
      }
    }
    try (ResultSet applied = connection.createStatement().executeQuery(APPLIED)) {
      return applied.next()
          && (prefix() + applied.getLong("number")).equals(applied.getString("tag"));
    }
  }

  void leaveOn(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LEAVE)) {
      statement.setString(1, prefix());
      statement.executeUpdate();
    }
  }

  private String prefix() {
    return fingerprint + "/";
  }

  private static byte[] content(String file) {
    try (InputStream in = new ClassPathResource(file).getInputStream()) {
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be read", failure);
    }
  }
}

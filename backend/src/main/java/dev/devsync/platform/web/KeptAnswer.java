package dev.devsync.platform.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * An answer that is held for several clients.
 *
 * @param bytes empty if it is too long to be held; no answer is empty
 */
record KeptAnswer(byte[] bytes, boolean gzip) {

  static final KeptAnswer NOT_KEPT = new KeptAnswer(new byte[0], false);

  boolean isKept() {
    return bytes.length > 0;
  }

  InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}

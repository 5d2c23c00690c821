package dev.devsync.platform.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** An answer that is held for several clients. */
record KeptAnswer(byte[] bytes, boolean gzip) {

  InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}

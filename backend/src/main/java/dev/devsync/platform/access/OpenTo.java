package dev.devsync.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint without a caller. The complete list of such endpoints stands in {@link
 * PublicEndpoints}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenTo {

  Audience value();

  /** Who is let in without an access token. */
  enum Audience {
    EVERYONE,
    /** The endpoint examines the session's cookies or its refresh token by itself. */
    SESSION_HOLDERS
  }
}

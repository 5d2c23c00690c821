package dev.devsync.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One answer of a handler whose return type does not tell it: a streamed list, several statuses, an error with a body of
 * its own. With an answer below 400 given, the return type is not looked at. The API's documentation is generated from
 * this, and tests hold the handler to it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Answers.All.class)
public @interface Answers {

  /** The record that describes the body; {@code Void} for an empty one. */
  Class<?> value();

  int status() default 200;

  /** The media type of the body. */
  String type() default "application/json";

  /** The container of several answers. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface All {

    Answers[] value();
  }
}

package dev.devsync.platform.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the record that describes a {@link JsonBody} parameter in the API's documentation: a
 * component for each field the handler reads, {@code @Nullable} where it may be left out.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Body {

  Class<?> value();

  /**
   * Whether a request without a JSON body is refused; otherwise it counts as one with an empty
   * object.
   */
  boolean required() default true;

  /** Whether it may have as many values as a saved report. */
  boolean large() default false;
}

package dev.devsync.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Statuses with which a handler refuses with nothing but a message (shape E1), beyond those that follow from its other
 * annotations and parameters: 401 and 403 from its right, 400 and 413 from a body, 400 from a query, 404 from an id.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Refuses {

  int[] value();
}

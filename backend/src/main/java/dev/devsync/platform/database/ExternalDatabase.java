package dev.devsync.platform.database;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds when a database URL is configured. */
class ExternalDatabase implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return !context
        .getEnvironment()
        .getProperty("devsync.database.url", "embedded")
        .equals("embedded");
  }
}

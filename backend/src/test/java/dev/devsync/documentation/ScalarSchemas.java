package dev.devsync.documentation;

import static dev.devsync.documentation.SchemaCatalog.ordered;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values that are not objects look in JSON. */
final class ScalarSchemas {

  private static final Map<Class<?>, Map<String, Object>> ALL = new HashMap<>();

  static {
    add(ordered("type", "string"), String.class);
    add(ordered("type", "boolean"), boolean.class, Boolean.class);
    add(ordered("type", "integer", "format", "int32"), int.class, Integer.class, short.class, Short.class);
    add(ordered("type", "integer", "format", "int64"), long.class, Long.class);
    add(ordered("type", "number", "format", "double"), double.class, Double.class);
    add(ordered("type", "string", "format", "date-time"), Instant.class);
    add(ordered("type", "string", "format", "date"), LocalDate.class);
    add(ordered("type", "string", "format", "uuid"), UUID.class);
  }

  private ScalarSchemas() {}

  private static void add(Map<String, Object> schema, Class<?>... types) {
    for (Class<?> type : types) {
      ALL.put(type, schema);
    }
  }

  /** The schema of a scalar type, null for all others. */
  static @Nullable Map<String, Object> of(Class<?> type) {
    return ALL.get(type);
  }
}

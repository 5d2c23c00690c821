package dev.devsync.documentation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.devsync.platform.web.StreamedList;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas of the records and enums that requests and answers consist of. */
final class SchemaCatalog {

  /** In an answer every property is there unless it may be left out; in a request whatever must not be null is. */
  enum Use {
    ANSWER,
    REQUEST
  }

  private record Owner(Class<?> type, Use use) {}

  private final JsonMapper json;
  private final RecordProperties properties;
  private final Map<String, Owner> owners = new LinkedHashMap<>();
  private final SortedMap<String, Map<String, Object>> named = new TreeMap<>();

  SchemaCatalog(JsonMapper json) {
    this.json = json;
    this.properties = new RecordProperties(json);
  }

  /** All records and enums met so far, by name. */
  SortedMap<String, Map<String, Object>> named() {
    return named;
  }

  Map<String, Object> of(Class<?> type, Use use) {
    return type.isArray() ? Map.of() : plain(type, use);
  }

  Map<String, Object> of(AnnotatedType type, Use use) {
    Map<String, Object> schema = notNull(type, use);
    return type.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
  }

  /** The schema of a value that is there, whatever the type says about null. */
  Map<String, Object> notNull(AnnotatedType type, Use use) {
    if (type instanceof AnnotatedArrayType array) {
      return array(of(array.getAnnotatedGenericComponentType(), use));
    }
    Class<?> raw = raw(type.getType());
    if (type instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      if (Collection.class.isAssignableFrom(raw) || raw == StreamedList.class) {
        return array(of(arguments[0], use));
      }
      if (Map.class.isAssignableFrom(raw)) {
        return ordered("type", "object", "additionalProperties", of(arguments[1], use));
      }
      throw new IllegalArgumentException(type + " has no place in the API: use a record without type parameters");
    }
    return plain(raw, use);
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }

  private Map<String, Object> plain(Class<?> type, Use use) {
    Map<String, Object> scalar = ScalarSchemas.of(type);
    if (scalar != null) {
      return scalar;
    }
    if (type == Object.class || JsonNode.class.isAssignableFrom(type)) {
      return Map.of();
    }
    if (type.isEnum()) {
      return reference(type, use, () -> ordered("type", "string", "enum", wireNames(type)));
    }
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type + " has no place in the API: use a record or an enum");
    }
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(JsonValue.class)) {
        return of(method.getAnnotatedReturnType(), use);
      }
    }
    return reference(type, use, () -> object(type, use));
  }

  private List<String> wireNames(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(constant -> json.valueToTree(constant).asString()).toList();
  }

  private Map<String, Object> reference(
      Class<?> type, Use use, java.util.function.Supplier<Map<String, Object>> schema) {
    String name = nameOf(type);
    Use kept = type.isEnum() ? Use.ANSWER : use;
    Owner owner = owners.putIfAbsent(name, new Owner(type, kept));
    if (owner == null) {
      named.put(name, Map.of());
      named.put(name, schema.get());
    } else if (!owner.equals(new Owner(type, kept))) {
      throw new IllegalArgumentException(
          "%s (%s) and %s (%s) would share one schema name: rename one of them"
              .formatted(owner.type, owner.use, type, use));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  /** A record that only documents another goes by the other's name. */
  private static String nameOf(Class<?> type) {
    return type.getSimpleName().equals("Documented") ? type.getEnclosingClass().getSimpleName() : type.getSimpleName();
  }

  private Map<String, Object> object(Class<?> type, Use use) {
    Map<String, Object> schemas = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordProperties.Property property : properties.of(type)) {
      schemas.put(property.name(), property(property, use));
      if (use == Use.REQUEST ? property.isRequiredInRequests() : !property.mayBeLeftOut()) {
        required.add(property.name());
      }
    }
    Map<String, Object> object = ordered("type", "object");
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    object.put("properties", schemas);
    return object;
  }

  private Map<String, Object> property(RecordProperties.Property property, Use use) {
    Map<String, Object> schema = property.raw() == null ? of(property.type(), use) : raw(property);
    boolean onlyWhenThere = use == Use.ANSWER && property.inclusion() == JsonInclude.Include.NON_NULL;
    return property.describe(onlyWhenThere ? withoutNull(property, schema, use) : schema);
  }

  private Map<String, Object> withoutNull(RecordProperties.Property property, Map<String, Object> schema, Use use) {
    return property.raw() == null ? notNull(property.type(), use) : schema;
  }

  private static Map<String, Object> raw(RecordProperties.Property property) {
    Map<String, Object> schema =
        switch (property.raw()) {
          case OBJECT -> ordered("type", "object");
          case ARRAY -> array(Map.of());
        };
    return property.type().isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
  }

  private static Map<String, Object> array(Map<String, Object> items) {
    return ordered("type", "array", "items", items);
  }

  static Map<String, Object> orNull(Map<String, Object> schema) {
    if (schema.get("type") instanceof String type) {
      Map<String, Object> nullable = new LinkedHashMap<>(schema);
      nullable.put("type", List.of(type, "null"));
      return nullable;
    }
    return schema.isEmpty() ? schema : ordered("anyOf", List.of(schema, Map.of("type", "null")));
  }

  /** A map that keeps its order, so that the document does. */
  static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}

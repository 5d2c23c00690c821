package dev.devsync.documentation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.json.RawJson;
import dev.devsync.platform.json.Required;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;

/** The properties of a record as the server's own JSON mapper writes them. */
public final class RecordProperties {

  private final JsonMapper json;

  public RecordProperties(JsonMapper json) {
    this.json = json;
  }

  /** In the order in which they are written. */
  public List<Property> of(Class<?> type) {
    List<Property> found = new ArrayList<>();
    json.acceptJsonFormatVisitor(
        type,
        new JsonFormatVisitorWrapper.Base() {
          @Override
          public JsonObjectFormatVisitor expectObjectFormat(JavaType object) {
            return new Collector(getContext(), found);
          }
        });
    return found;
  }

  private final class Collector extends JsonObjectFormatVisitor.Base {

    private final List<Property> found;

    Collector(SerializationContext context, List<Property> found) {
      super(context);
      this.found = found;
    }

    @Override
    public void property(BeanProperty property) {
      JsonInclude.Value inclusion = property.findPropertyInclusion(json.serializationConfig(), Object.class);
      found.add(new Property(property.getName(), property.getMember().getMember(), inclusion.getValueInclusion()));
    }

    @Override
    public void optionalProperty(BeanProperty property) {
      property(property);
    }
  }

  /**
   * One property.
   *
   * @param member the accessor or field it is read from
   * @param inclusion when it is written
   */
  public record Property(String name, java.lang.reflect.Member member, JsonInclude.Include inclusion) {

    AnnotatedType type() {
      return member instanceof Method method ? method.getAnnotatedReturnType() : ((Field) member).getAnnotatedType();
    }

    boolean mayBeLeftOut() {
      return inclusion != JsonInclude.Include.ALWAYS && inclusion != JsonInclude.Include.USE_DEFAULTS;
    }

    boolean isRequiredInRequests() {
      return !type().isAnnotationPresent(Nullable.class) || annotation(Required.class) != null;
    }

    JsonBody.@Nullable Kind raw() {
      RawJson raw = annotation(RawJson.class);
      return raw == null ? null : raw.value();
    }

    /** Adds what the property's {@link Schema} annotation says to its schema. */
    Map<String, Object> describe(Map<String, Object> schema) {
      Schema words = annotation(Schema.class);
      if (words == null) {
        return schema;
      }
      Map<String, Object> described = new LinkedHashMap<>(schema);
      put(described, "description", words.description(), !words.description().isEmpty());
      put(described, "enum", allowed(schema, words), words.allowableValues().length > 0);
      put(described, "minLength", words.minLength(), words.minLength() > 0);
      put(described, "maxLength", words.maxLength(), words.maxLength() != Integer.MAX_VALUE);
      put(described, "minimum", number(words.minimum()), !words.minimum().isEmpty());
      put(described, "maximum", number(words.maximum()), !words.maximum().isEmpty());
      put(described, "deprecated", true, words.deprecated());
      return described;
    }

    private static List<@Nullable String> allowed(Map<String, Object> schema, Schema words) {
      List<@Nullable String> allowed = new ArrayList<>(List.of(words.allowableValues()));
      if (schema.get("type") instanceof List<?> types && types.contains("null")) {
        allowed.add(null);
      }
      return allowed;
    }

    private static @Nullable BigDecimal number(String text) {
      return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static void put(Map<String, Object> schema, String key, @Nullable Object value, boolean given) {
      if (given) {
        schema.put(key, value);
      }
    }

    private <A extends Annotation> @Nullable A annotation(Class<A> type) {
      return ((AnnotatedElement) member).getAnnotation(type);
    }
  }
}

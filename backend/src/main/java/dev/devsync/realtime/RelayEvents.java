package dev.devsync.realtime;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.changes.DomainEvent;
import dev.devsync.platform.json.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * What older clients ask to be passed on. The server says the same by itself, so receivers tolerate
 * repetitions.
 */
@Component
class RelayEvents {

  private static final String NO_MEMBER = "You are not a member of this project";
  private static final int LONGEST_TYPE = 50;
  private static final int LARGEST_DATA = 16 * 1024;
  private static final int MOST_MENTIONED = 100;

  private final RoomRights rights;
  private final RealtimeRepository repository;
  private final ChangeLog changes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RelayEvents(
      RoomRights rights,
      RealtimeRepository repository,
      ChangeLog changes,
      TransactionTemplate transaction,
      Clock clock) {
    this.rights = rights;
    this.repository = repository;
    this.changes = changes;
    this.transaction = transaction;
    this.clock = clock;
  }

  Map<String, ?> taskUpdate(LiveSession session, JsonNode payload) {
    Integer project = Payloads.id(payload, "project_id");
    Integer task = Payloads.id(payload, "task_id");
    if (project == null || task == null) {
      throw new Refusal("Project ID and Task ID required");
    }
    requireMember(session, project);
    if (!Objects.equals(repository.projectOf(Room.task(task)), project)) {
      throw new Refusal("Task does not belong to this project");
    }
    String type = updateType(payload);
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("task_id", task);
    event.put("update_type", type);
    event.put("updated_by", session.userId());
    event.put("timestamp", timestamp(payload));
    event.put("project_id", project);
    event.put("changes", List.of());
    relay(session, List.of(new Relayed("task_updated", rooms(project, task), event)));
    return ClientEvents.success("Task " + type + " notification sent");
  }

  Map<String, ?> commentAdded(LiveSession session, JsonNode payload) {
    Integer project = Payloads.id(payload, "project_id");
    Integer task = Payloads.id(payload, "task_id");
    Integer comment = Payloads.id(payload, "comment_id");
    if (project == null || task == null || comment == null) {
      throw new Refusal("Missing required data");
    }
    requireMember(session, project);
    if (!repository.isCommentOf(comment, task, project)) {
      throw new Refusal("Comment does not belong to this task");
    }
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("task_id", task);
    event.put("comment_id", comment);
    event.put("author_id", session.userId());
    event.put("timestamp", timestamp(payload));
    event.put("project_id", project);
    List<Relayed> relayed = new ArrayList<>();
    relayed.add(new Relayed("new_comment", rooms(project, task), event));
    repository
        .thoseWhoSee(task, mentioned(payload))
        .forEach(user -> relayed.add(mention(session, event, user)));
    relay(session, relayed);
    return ClientEvents.success("Comment notification sent");
  }

  private static Set<Integer> mentioned(JsonNode payload) {
    JsonNode sent = payload.path("mentioned_users");
    if (sent.size() > MOST_MENTIONED) {
      throw new Refusal("Too many mentioned users");
    }
    return sent.isArray() ? Payloads.ids(sent) : Set.of();
  }

  private static Relayed mention(LiveSession session, Map<String, ?> event, int user) {
    Map<String, @Nullable Object> mention = new LinkedHashMap<>();
    mention.put("task_id", event.get("task_id"));
    mention.put("comment_id", event.get("comment_id"));
    mention.put("mentioned_by", session.userId());
    mention.put("timestamp", event.get("timestamp"));
    return new Relayed("user_mentioned", List.of(Room.user(user).wireName()), mention);
  }

  Map<String, ?> projectUpdated(LiveSession session, JsonNode payload) {
    int project = Payloads.requiredId(payload, "project_id", "Project ID required");
    requireMember(session, project);
    JsonNode data = payload.path("data");
    if (!data.isMissingNode() && !data.isNull() && !data.isObject()
        || data.toString().length() > LARGEST_DATA) {
      throw new Refusal("Invalid payload");
    }
    String type = updateType(payload);
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("project_id", project);
    event.put("update_type", type);
    event.put("updated_by", session.userId());
    event.put("data", data.isObject() ? data : Map.of());
    event.put("timestamp", timestamp(payload));
    relay(
        session,
        List.of(new Relayed("project_update", List.of(Room.project(project).wireName()), event)));
    return ClientEvents.success("Project " + type + " notification sent");
  }

  private void requireMember(LiveSession session, int project) {
    if (!rights.mayEnter(session.userId(), session.role(), Room.project(project))) {
      throw new Refusal(NO_MEMBER);
    }
  }

  private static List<String> rooms(int project, int task) {
    return List.of(Room.project(project).wireName(), Room.task(task).wireName());
  }

  private static String updateType(JsonNode payload) {
    JsonNode type = payload.path("update_type");
    String word = type.isString() ? type.asString() : "updated";
    if (Texts.length(word) > LONGEST_TYPE || !Texts.isStorable(word)) {
      throw new Refusal("Invalid payload");
    }
    return word;
  }

  /** What the client sent, unchanged; now if it sent nothing. */
  private Object timestamp(JsonNode payload) {
    JsonNode sent = payload.path("timestamp");
    if (sent.isMissingNode() || sent.isNull()) {
      return clock.instant().toString();
    }
    if (sent.toString().length() > LARGEST_DATA) {
      throw new Refusal("Invalid payload");
    }
    return sent;
  }

  private void relay(LiveSession session, List<? extends DomainEvent> events) {
    Actor actor =
        Actor.user(session.userId(), session.role(), new Origin(session.socket().address(), null));
    transaction.executeWithoutResult(status -> changes.record(actor, events, List.of()));
  }
}

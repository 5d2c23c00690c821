package dev.devsync.tasks;

import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import java.time.Instant;
import java.util.List;

/** Reads the fields tasks have, with the messages of the contract. */
final class TaskFields {

  static final List<String> PRIORITIES = List.of("low", "medium", "high", "urgent");

  private TaskFields() {}

  static Field<String> title(JsonBody body) {
    return body.text("title", 3, 100, "Title must be between 3 and 100 characters");
  }

  static Field<String> description(JsonBody body) {
    return body.text("description", "description is invalid");
  }

  /** The message names what tasks can be created with, also where {@code completed} is accepted. */
  static Field<String> status(JsonBody body, List<String> accepted) {
    return body.oneOf("status", accepted, "Status must be one of: " + String.join(", ", TaskStatus.ON_CREATION));
  }

  static Field<Integer> progress(JsonBody body) {
    return body.integer("progress", 0, 100, "Progress must be between 0 and 100");
  }

  static Field<String> priority(JsonBody body) {
    return body.oneOf("priority", PRIORITIES, "Priority must be one of: " + String.join(", ", PRIORITIES));
  }

  static Field<Integer> assignee(JsonBody body) {
    return body.alias("assignee_id", "assigned_to").id("assigned_to", "Assignee ID must be an integer");
  }

  static Field<Integer> project(JsonBody body) {
    return body.id("project_id", "Project ID must be an integer");
  }

  static Field<Instant> deadline(JsonBody body) {
    return body.instant("deadline", "Deadline must be a valid ISO 8601 date");
  }

  static Field<Integer> version(JsonBody body) {
    return body.integer("version", Integer.MIN_VALUE, Integer.MAX_VALUE, "version is invalid");
  }
}

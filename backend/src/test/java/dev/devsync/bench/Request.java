package dev.devsync.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of request that is measured.
 *
 * @param name what it is called in the tables
 * @param who whose token it carries
 * @param path where {@code %n} stands for a number from 1 to 20,000, another in each request
 * @param body JSON in which {@code %n} stands for a number, and {@code %s} for a series of twenty,
 *     others in each request; null for none
 * @param known whether the client holds the answer already and only asks whether it is still right
 */
record Request(
    String name, Who who, String method, String path, @Nullable String body, boolean known) {

  /** A page that the server cannot have kept, as after a change. */
  static final String PAGE_MADE_ANEW = "tasks, one page, made anew";

  private static final String CREATORS =
      IntStream.rangeClosed(1, 40).mapToObj(Integer::toString).collect(Collectors.joining(","));

  /** Who asks. */
  enum Who {
    ADMIN,
    DEVELOPER
  }

  static List<Request> reads() {
    return List.of(
        read("auth/me", Who.DEVELOPER, "/auth/me"),
        read("projects", Who.ADMIN, "/projects"),
        read("tasks, all", Who.ADMIN, "/tasks"),
        new Request("tasks, all, unchanged", Who.ADMIN, "GET", "/tasks", null, true),
        // Everybody created some; the last number makes it another list each time.
        read("tasks, all, made anew", Who.ADMIN, "/tasks?created_by=" + CREATORS + ",10%n"),
        read("tasks of a developer", Who.DEVELOPER, "/tasks"),
        read("tasks, one page", Who.ADMIN, "/tasks?page=3&per_page=50"),
        read(
            PAGE_MADE_ANEW,
            Who.ADMIN,
            "/tasks?page=3&per_page=50&created_by=" + CREATORS + ",10%n"),
        read("tasks, searched", Who.ADMIN, "/tasks?page=1&per_page=50&q=importer"),
        read(
            "tasks, searched, made anew",
            Who.ADMIN,
            "/tasks?page=1&per_page=50&q=importer&created_by=" + CREATORS + ",10%n"),
        read("task", Who.ADMIN, "/tasks/77"),
        read("comments", Who.ADMIN, "/tasks/77/comments"),
        read("notifications", Who.DEVELOPER, "/notifications"),
        read("dashboard", Who.DEVELOPER, "/dashboard"),
        read("dashboard/client", Who.DEVELOPER, "/dashboard/client"),
        read("dashboard/admin", Who.ADMIN, "/dashboard/admin?timeRange=week"),
        read("dashboard/projects", Who.ADMIN, "/dashboard/projects/1"),
        read("audit log", Who.ADMIN, "/admin/audit-logs?page=1&per_page=25"));
  }

  static List<Request> writes() {
    return List.of(
        write(
            "create task",
            "POST",
            "/tasks",
            """
            {"title": "Measured %n", "description": "By a benchmark", "status": "todo", \
            "priority": "low", "project_id": 1, "assigned_to": 9}"""),
        write(
            "update task, each another",
            "PUT",
            "/tasks/%n",
            "{\"title\": \"Measured %n\", \"progress\": 30}"),
        write(
            "update task, all the same",
            "PUT",
            "/tasks/78",
            "{\"title\": \"Measured %n\", \"progress\": 30}"),
        write(
            "bulk, 20 tasks",
            "PATCH",
            "/tasks/bulk",
            """
            {"ids": [%s], "deadline": "2031-01-01T00:00:00.%nZ"}"""),
        write(
            "comment with mention",
            "POST",
            "/tasks/50/comments",
            "{\"content\": \"Could you look at this, @Hugo Tester57? (%n)\"}"),
        write(
            "login",
            "POST",
            "/auth/login",
            "{\"email\": \"user30@example.com\", \"password\": \"" + BenchServer.PASSWORD + "\"}"));
  }

  static Request named(String name) {
    return Stream.concat(reads().stream(), writes().stream())
        .filter(request -> request.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Request read(String name, Who who, String path) {
    return new Request(name, who, "GET", path, null, false);
  }

  private static Request write(String name, String method, String path, String body) {
    return new Request(name, Who.ADMIN, method, path, body, false);
  }
}

package dev.devsync.rights;

import dev.devsync.documentation.Endpoint;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may call what, written down by hand from the API's contract (domain, section 4.3), so that
 * the code is compared with something that is not generated from it. Columns: developer, team lead,
 * admin. A record's visibility is spelt out as the relations that give it.
 */
final class ExpectedRights {

  private static final String VISIBLE =
      "assignee or creator or project member or project creator | yes | yes";
  private static final String OWN_PROJECT = "project member or project creator | yes | yes";

  /** One text for each part of the API. */
  private static final List<String> PARTS =
      List.of(
          """
          GET    /auth/me              = yes | yes | yes
          GET    /auth/permissions     = yes | yes | yes
          GET    /auth/sessions        = yes | yes | yes
          DELETE /auth/sessions        = yes | yes | yes
          DELETE /auth/sessions/{}     = yes | yes | yes
          """,
          """
          GET    /profile              = yes | yes | yes
          PUT    /profile              = yes | yes | yes
          GET    /users                = yes | yes | yes
          GET    /users/{}             = self | yes | yes
          PUT    /users/{}             = - | - | yes
          DELETE /users/{}             = - | - | yes
          GET    /admin/users          = - | yes | yes
          POST   /admin/users          = - | - | yes
          PUT    /admin/users/{}       = - | - | yes
          DELETE /admin/users/{}       = - | - | yes
          PUT    /admin/users/{}/role  = - | - | yes
          """,
          """
          GET    /users/{}/progress    = self | yes | yes
          """,
          """
          GET    /projects             = OWN_PROJECT
          GET    /projects/{}          = OWN_PROJECT
          POST   /projects             = - | yes | yes
          PUT    /projects/{}          = - | yes | yes
          DELETE /projects/{}          = - | yes | yes
          """,
          """
          GET    /projects/{}/tasks    = OWN_PROJECT
          GET    /tasks                = VISIBLE
          GET    /tasks/{}             = VISIBLE
          GET    /tasks/{}/history     = VISIBLE
          POST   /tasks                = assignee | yes | yes
          PUT    /tasks/{}             = assignee | yes | yes
          PATCH  /tasks/bulk           = assignee | yes | yes
          DELETE /tasks/{}             = assignee or creator | yes | yes
          """,
          """
          GET    /tasks/{}/comments    = VISIBLE
          POST   /tasks/{}/comments    = VISIBLE
          PUT    /comments/{}          = author | author | yes
          DELETE /comments/{}          = author | author | yes
          """,
          """
          GET    /notifications           = recipient | recipient | recipient
          POST   /notifications           = self | yes | yes
          PUT    /notifications/{}/read   = recipient | recipient | recipient
          PUT    /notifications/read-all  = recipient | recipient | recipient
          DELETE /notifications/{}        = recipient | recipient | recipient
          """,
          """
          GET    /dashboard               = yes | yes | yes
          GET    /dashboard/client        = yes | yes | -
          GET    /dashboard/admin         = - | yes | yes
          GET    /dashboard/projects/{}   = OWN_PROJECT
          """,
          """
          GET    /reports                 = - | yes | yes
          POST   /reports                 = - | yes | yes
          GET    /reports/{}              = - | yes | yes
          DELETE /reports/{}              = - | author | yes
          """,
          """
          GET    /search                  = yes | yes | yes
          GET    /stream                  = yes | yes | yes
          """,
          """
          GET    /admin/stats                   = - | yes | yes
          GET    /admin/settings                = - | - | yes
          PUT    /admin/settings                = - | - | yes
          POST   /admin/settings/retention/run  = - | - | yes
          GET    /admin/audit-logs              = - | yes | yes
          GET    /admin/audit-logs/{}           = - | yes | yes
          GET    /admin/audit-logs/export       = - | yes | yes
          POST   /admin/audit-logs/cleanup      = - | - | yes
          """,
          """
          GET    /github/status                     = yes | yes | yes
          POST   /github/disconnect                 = yes | yes | yes
          GET    /tasks/{}/github                   = VISIBLE
          POST   /tasks/{}/github                   = assignee | yes | yes
          DELETE /tasks/{}/github/{}                = assignee | yes | yes
          GET    /github/tasks/{}/github            = VISIBLE
          POST   /github/tasks/{}/github            = assignee | yes | yes
          DELETE /github/tasks/{}/github/{}         = assignee | yes | yes
          """,
          """
          GET    /github/auth                       = yes | yes | yes
          GET    /github/connect                    = yes | yes | yes
          POST   /github/connect                    = yes | yes | yes
          """,
          """
          GET    /github/repositories               = yes | yes | yes
          GET    /github/repositories/{}/issues     = yes | yes | yes
          GET    /github/repositories/{}/pulls      = yes | yes | yes
          POST   /github/repositories               = - | - | yes
          POST   /tasks/{}/github/create-issue          = assignee | yes | yes
          POST   /tasks/{}/github/issues                = assignee | yes | yes
          POST   /github/tasks/{}/github/create-issue   = assignee | yes | yes
          POST   /github/tasks/{}/github/issues         = assignee | yes | yes
          """,
          """
          GET    /github/sync                           = yes | yes | yes
          GET    /github/sync/events                    = yes | yes | yes
          POST   /github/sync/events/{}/retry           = - | yes | yes
          POST   /github/sync/events/{}/ignore          = - | yes | yes
          POST   /github/repositories/{}/webhook        = - | yes | yes
          GET    /github/repositories/{}/pull-request-rules = - | yes | yes
          PUT    /github/repositories/{}/pull-request-rules = - | yes | yes
          GET    /tasks/{}/github/branch-name           = VISIBLE
          GET    /github/tasks/{}/github/branch-name    = VISIBLE
          """);

  private static final List<Map<String, String>> TABLES =
      PARTS.stream().map(ExpectedRights::parse).toList();

  private ExpectedRights() {}

  /** The cells for an endpoint, or nothing if nobody has written down who may call it. */
  static String cellsOf(Endpoint endpoint) {
    return TABLES.stream()
        .map(table -> table.getOrDefault(key(endpoint), ""))
        .collect(Collectors.joining());
  }

  /** Endpoints that are written down but do not exist. */
  static List<String> missingFrom(List<Endpoint> endpoints) {
    Set<String> existing = endpoints.stream().map(ExpectedRights::key).collect(Collectors.toSet());
    return TABLES.stream()
        .map(Map::keySet)
        .flatMap(part -> part.stream().filter(endpoint -> !existing.contains(endpoint)))
        .toList();
  }

  private static String key(Endpoint endpoint) {
    return endpoint.method() + " " + endpoint.path().replaceAll("\\{\\w+}", "{}");
  }

  private static Map<String, String> parse(String part) {
    Map<String, String> table = new LinkedHashMap<>();
    lines(part)
        .forEach(
            words ->
                table.put(
                    words[0].replaceFirst("\\s+", " /api/v1"),
                    words[1].replace("VISIBLE", VISIBLE).replace("OWN_PROJECT", OWN_PROJECT)));
    return table;
  }

  private static Stream<String[]> lines(String part) {
    return Arrays.stream(part.split("\n")).map(line -> line.split("\\s+=\\s+"));
  }
}

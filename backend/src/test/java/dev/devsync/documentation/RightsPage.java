package dev.devsync.documentation;

import dev.devsync.platform.access.OpenTo;
import dev.devsync.platform.access.Permission;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes docs/rbac.md. */
final class RightsPage {

  private static final String HEAD =
      """
      # Who may do what

      Generated from the code by `make docs`; a test fails when the two differ. Every endpoint names one right, the server
      refuses a role that can never have it with `403`, and asks for the relation to the record where one is needed.

      Cells: `yes`, `-` (refused), or the relation the caller must have. A record that a caller may not see answers `404`.

      """;

  private RightsPage() {}

  static String of(List<Endpoint> endpoints) {
    return HEAD + endpoints(endpoints) + open(endpoints) + rights() + permissions();
  }

  private static String endpoints(List<Endpoint> endpoints) {
    Map<String, List<Endpoint>> byModule =
        endpoints.stream()
            .filter(endpoint -> endpoint.right().isPresent())
            .collect(Collectors.groupingBy(Endpoint::module, TreeMap::new, Collectors.toList()));
    StringBuilder text = new StringBuilder("## Endpoints\n\n");
    byModule.forEach(
        (module, its) -> {
          text.append("### ").append(module).append("\n\n").append(row("Endpoint", "Right", Role::wireName));
          text.append("|---|---|---|---|---|\n");
          for (Endpoint endpoint : its) {
            Right right = endpoint.right().orElseThrow();
            text.append(row("`" + endpoint + "`", "`" + right + "`", right::wordsFor));
          }
          text.append('\n');
        });
    return text.toString();
  }

  private static String row(String first, String second, Function<Role, String> cell) {
    return Arrays.stream(Role.values())
        .map(cell)
        .collect(Collectors.joining(" | ", "| " + first + " | " + second + " | ", " |\n"));
  }

  private static String open(List<Endpoint> endpoints) {
    return "## Open endpoints\n\nThey need no access token.\n\n| Endpoint | Answers |\n|---|---|\n"
        + endpoints.stream()
            .filter(endpoint -> endpoint.right().isEmpty())
            .map(endpoint -> "| `" + endpoint + "` | " + audience(endpoint) + " |\n")
            .collect(Collectors.joining())
        + "\n";
  }

  private static String audience(Endpoint endpoint) {
    return endpoint.isOpenTo(OpenTo.Audience.EVERYONE) ? "everyone" : "whoever holds a session";
  }

  private static String rights() {
    return Arrays.stream(Right.values())
        .map(right -> Arrays.stream(Role.values()).map(right::wordsFor).collect(Collectors.joining(" | ", "| `" + right + "` | ", " |\n")))
        .collect(Collectors.joining("", "## Rights\n\n" + header("Right"), "\n"));
  }

  private static String permissions() {
    return Arrays.stream(Permission.values())
        .map(
            permission ->
                Arrays.stream(Role.values())
                    .map(role -> permission.isGrantedTo(role) ? "yes" : "-")
                    .collect(Collectors.joining(" | ", "| `" + permission.wireName() + "` | ", " |\n")))
        .collect(
            Collectors.joining(
                "", "## Permissions\n\nWhat `GET /api/v1/auth/permissions` tells clients, in its order.\n\n" + header("Permission"), ""));
  }

  private static String header(String first) {
    return Arrays.stream(Role.values()).map(Role::wireName).collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"))
        + "|---|---|---|---|\n";
  }
}

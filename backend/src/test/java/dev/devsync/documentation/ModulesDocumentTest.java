package dev.devsync.documentation;

import static java.util.stream.Collectors.joining;

import dev.devsync.DevSyncServer;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModuleDependency;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

class ModulesDocumentTest {

  private static final String PAGE =
      """
      # Modules

      Generated from the code by `make docs`; a test fails when the two differ. An arrow points from a module to one it
      uses; a dotted one means that it only listens to the other's events. Everything uses `platform`, so its arrows are
      left out.

      ```mermaid
      flowchart BT
      %s
      ```

      | Module | Uses |
      |---|---|
      %s
      """;

  private final ApplicationModules modules = ApplicationModules.of(DevSyncServer.class);

  @Test
  void theDiagramOfModulesShowsTheCode() throws IOException {
    List<ApplicationModule> sorted = modules.stream().sorted(Comparator.comparing(this::name)).toList();
    String arrows = sorted.stream().flatMap(this::lines).map(line -> "  " + line).collect(joining("\n"));
    String rows = sorted.stream().map(this::row).collect(joining("\n"));

    new CommittedFile("../docs/architecture/modules.md").mustBe(PAGE.formatted(arrows, rows));
  }

  private String name(ApplicationModule module) {
    return module.getIdentifier().toString();
  }

  private Stream<String> lines(ApplicationModule module) {
    return Stream.concat(
        Stream.of(name(module)),
        used(module).stream()
            .filter(other -> !other.equals("platform"))
            .map(other -> name(module) + (onlyListens(module, other) ? " -.-> " : " --> ") + other));
  }

  private String row(ApplicationModule module) {
    String uses = used(module).stream().map(other -> "`" + other + "`").collect(joining(", "));
    return "| `%s` | %s |".formatted(name(module), uses.isEmpty() ? "-" : uses);
  }

  private List<String> used(ApplicationModule module) {
    return dependencies(module).stream().map(dependency -> name(dependency.getTargetModule())).distinct().sorted().toList();
  }

  private boolean onlyListens(ApplicationModule module, String other) {
    return dependencies(module).stream()
        .filter(dependency -> name(dependency.getTargetModule()).equals(other))
        .allMatch(dependency -> dependency.getDependencyType() == DependencyType.EVENT_LISTENER);
  }

  private List<ApplicationModuleDependency> dependencies(ApplicationModule module) {
    return module.getDirectDependencies(modules).stream().toList();
  }
}

package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random teams with random tasks, seen by each of their people: the server shows what the rule of
 * the contract says (domain, section 5.2), the same everywhere.
 */
class VisibilityPropertiesTest extends HttpTest {

  private static final int PEOPLE = 5;
  private static final int PROJECTS = 3;
  private static final int TASKS = 12;

  private record Project(TestProject stored, TestUser creator, Set<TestUser> members) {}

  private record Task(
      TestTask stored, TestUser creator, @Nullable TestUser assignee, @Nullable Project project) {

    /** The rule, as plainly as it can be said. */
    boolean isVisibleTo(TestUser user) {
      boolean own = user.equals(creator) || user.equals(assignee);
      boolean shared =
          project != null && (user.equals(project.creator()) || project.members().contains(user));
      return own || shared;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void peopleSeeExactlyWhatTheRuleSays(long seed) {
    Random random = new Random(seed);
    TestUser lead = given.aTeamLead();
    List<TestUser> people = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      people.add(given.aDeveloper("Person " + person));
    }
    List<Project> projects = projects(random, people);
    List<Task> tasks = tasks(random, people, projects);

    for (TestUser user : people) {
      assertSees(user, tasks, task -> task.isVisibleTo(user));
    }
    assertSees(lead, tasks, task -> true);
  }

  private List<Project> projects(Random random, List<TestUser> people) {
    List<Project> projects = new ArrayList<>();
    for (int n = 0; n < PROJECTS; n++) {
      TestUser creator = any(random, people);
      TestProject stored = given.aProject("Project " + n, creator);
      Set<TestUser> members = new HashSet<>();
      people.stream().filter(person -> random.nextInt(3) == 0).forEach(members::add);
      members.forEach(stored::withMember);
      projects.add(new Project(stored, creator, members));
    }
    return projects;
  }

  private List<Task> tasks(Random random, List<TestUser> people, List<Project> projects) {
    List<Task> tasks = new ArrayList<>();
    for (int n = 0; n < TASKS; n++) {
      TestUser creator = any(random, people);
      TestTask stored = given.aTask("Task " + n, creator);
      TestUser assignee = random.nextBoolean() ? any(random, people) : null;
      Project project = random.nextBoolean() ? any(random, projects) : null;
      if (assignee != null) {
        stored.assignedTo(assignee);
      }
      if (project != null) {
        stored.in(project.stored());
      }
      tasks.add(new Task(stored, creator, assignee, project));
    }
    return tasks;
  }

  private static <T> T any(Random random, List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  private void assertSees(TestUser user, List<Task> tasks, Predicate<Task> expected) {
    List<Integer> visible =
        tasks.stream().filter(expected).map(task -> task.stored().id()).sorted().toList();
    for (String list : List.of("/tasks", "/tasks?page=1&per_page=100", "/tasks?page=1&q=Task")) {
      List<Integer> listed = as(user).get(list).then().statusCode(200).extract().path("tasks.id");
      assertThat(listed).as(list).containsExactlyInAnyOrderElementsOf(visible);
    }
    for (Task task : tasks) {
      int status = expected.test(task) ? 200 : 404;
      String path = "/tasks/" + task.stored().id();
      as(user).get(path).then().statusCode(status);
      as(user).get(path + "/comments").then().statusCode(status);
      as(user).get(path + "/history").then().statusCode(status);
      as(user).get(path + "/github").then().statusCode(status);
    }
  }
}

package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.platform.access.Role;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what the server shows with a model of who may see what, for teams put together at random. */
class VisibilityPropertyTest extends HttpTest {

  private record ProjectModel(TestProject project, TestUser creator, Set<TestUser> members) {

    boolean isOf(TestUser user) {
      return creator.equals(user) || members.contains(user);
    }
  }

  private record TaskModel(TestTask task, TestUser creator, TestUser assignee, ProjectModel project) {

    boolean isVisibleTo(TestUser user) {
      return user.role().isManager()
          || user.equals(creator)
          || user.equals(assignee)
          || project != null && project.isOf(user);
    }

    boolean isChangeableBy(TestUser user) {
      return user.role().isManager() || user.equals(assignee);
    }
  }

  private RandomGenerator random;
  private final List<TestUser> users = new ArrayList<>();
  private final List<ProjectModel> projects = new ArrayList<>();
  private final List<TaskModel> tasks = new ArrayList<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20261126, 4711, -8, 77777777})
  void everybodySeesExactlyWhatTheyMay(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    buildATeam();
    for (TestUser user : users) {
      List<Integer> expected = tasks.stream().filter(t -> t.isVisibleTo(user)).map(t -> t.task().id()).toList();
      List<Integer> listed = as(user).get("/tasks").path("tasks.id");
      List<Integer> paged = as(user).get("/tasks?page=1&per_page=200").path("tasks.id");

      assertThat(listed).as("seed %d, user %s", seed, user).isEqualTo(expected);
      assertThat(paged).as("seed %d, user %s", seed, user).isEqualTo(expected);
      single(seed, user);
      ofProjects(seed, user);
    }
  }

  private void single(long seed, TestUser user) {
    for (TaskModel task : tasks) {
      String path = "/tasks/" + task.task().id();
      int readable = task.isVisibleTo(user) ? 200 : 404;
      int changeable = task.isVisibleTo(user) && !task.isChangeableBy(user) ? 403 : readable;

      assertThat(as(user).get(path).statusCode()).as("seed %d, %s, %s", seed, user, task).isEqualTo(readable);
      assertThat(as(user).get(path + "/history").statusCode()).as("seed %d, %s, %s", seed, user, task).isEqualTo(readable);
      assertThat(as(user, "{\"progress\": %d}".formatted(random.nextInt(101))).put(path).statusCode())
          .as("seed %d, %s, %s", seed, user, task)
          .isEqualTo(changeable);
    }
  }

  private void ofProjects(long seed, TestUser user) {
    for (ProjectModel project : projects) {
      String path = "/projects/" + project.project().id();
      int readable = user.role().isManager() || project.isOf(user) ? 200 : 403;

      assertThat(as(user).get(path).statusCode()).as("seed %d, %s, %s", seed, user, project).isEqualTo(readable);
      assertThat(as(user).get(path + "/tasks").statusCode())
          .as("seed %d, %s, %s", seed, user, project)
          .isEqualTo(readable);
    }
    List<Integer> expected =
        projects.stream()
            .filter(project -> user.role().isManager() || project.isOf(user))
            .map(project -> project.project().id())
            .toList();
    assertThat(as(user).get("/projects").<List<Integer>>path("projects.id"))
        .as("seed %d, user %s", seed, user)
        .isEqualTo(expected);
  }

  private void buildATeam() {
    for (int n = 0; n < 4; n++) {
      users.add(given.aUser("User", random.nextInt(5) == 0 ? Role.TEAM_LEAD : Role.DEVELOPER));
    }
    for (int n = 0; n < 3; n++) {
      aProject();
    }
    for (int n = 0; n < 12; n++) {
      aTask();
    }
  }

  private void aProject() {
    TestUser creator = any(users);
    TestProject project = given.aProject("Project", creator);
    Set<TestUser> members = new HashSet<>();
    for (TestUser user : users) {
      if (random.nextInt(3) == 0) {
        members.add(user);
        project.withMember(user);
      }
    }
    projects.add(new ProjectModel(project, creator, members));
  }

  private void aTask() {
    TestUser creator = any(users);
    TestUser assignee = random.nextBoolean() ? any(users) : null;
    ProjectModel project = random.nextInt(3) > 0 ? any(projects) : null;
    TestTask task = given.aTask("Task", creator);
    if (assignee != null) {
      task.assignedTo(assignee);
    }
    if (project != null) {
      task.in(project.project());
    }
    tasks.add(new TaskModel(task, creator, assignee, project));
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}

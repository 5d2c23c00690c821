package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens, somebody of each role watches all rooms they may be in: who hears of it, and
 * who does not (realtime contract, sections 5 and 6).
 */
class WhoHearsTest extends LiveTest {

  private static final Set<String> KINDS = Set.of("update_type", "event_type");

  private TestUser root;
  private TestUser lead;
  private TestUser mona;
  private TestUser nora;
  private TestProject project;
  private TestProject elsewhere;
  private TestTask task;
  private TestTask loose;
  private TestTask done;
  private TestTask linked;
  private int comment;
  private int repository;
  private int link;
  private int report;
  private int notification;
  private Map<String, TestUser> watchers;
  private Map<String, LiveClient> tabs;

  @BeforeEach
  void watch() throws Exception {
    root = given.anAdmin();
    lead = given.aTeamLead();
    mona = given.aDeveloper("Mona");
    nora = given.aDeveloper("Nora");
    project = given.aProject("Apollo", lead).withMember(mona);
    elsewhere = given.aProject("Secret", lead);
    task = given.aTask("Land", lead).in(project);
    loose = given.aTask("Loose", lead).assignedTo(nora);
    done = given.aTask("Count down", lead).in(project).withStatus("completed");
    linked = given.aTask("Oil the hinge", lead).in(project);
    comment = given.aComment("hello", task, lead);
    addThings();
    watchers =
        Map.of(
            "admin", given.anAdmin(),
            "team lead", given.aTeamLead(),
            "member", mona,
            "outsider", given.aDeveloper("Olga"));
    tabs =
        watchers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, watcher -> tabOf(watcher.getValue())));
    for (LiveClient tab : tabs.values()) {
      tab.emit("join_project", new JSONObject().put("project_id", project.id()));
      tab.emit("join_task", new JSONObject().put("task_id", task.id()));
    }
    for (String watcher : tabs.keySet()) {
      heardBy(watcher);
      tabs.get(watcher).clear();
    }
  }

  private void addThings() {
    repository = given.aRepository("acme/door");
    link =
        as(lead, "{\"repo_id\":%d,\"issue_number\":7}".formatted(repository))
            .post("/tasks/{id}/github", linked.id())
            .path("link.id");
    report =
        as(
                lead,
                "{\"report_type\":\"tasks\",\"date_range\":\"week\",\"summary\":{},\"details\":[]}")
            .post("/reports")
            .path("report.id");
    notification =
        as(lead, "{\"message\":\"psst\",\"user_id\":%d}".formatted(mona.id()))
            .post("/notifications")
            .path("notification.id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST lead /tasks {"title":"Fly","description":"","status":"todo","project_id":$project} | task_updated/created dashboard_updated/task_created | task_updated/created dashboard_updated/task_created |
          PUT lead /tasks/$task {"title":"Land softly"}         | task_updated/updated dashboard_updated/task_updated      | task_updated/updated dashboard_updated/task_updated      |
          PUT lead /tasks/$task {"status":"completed"}          | task_updated/completed dashboard_updated/task_updated    | task_updated/completed dashboard_updated/task_updated    |
          PUT lead /tasks/$done {"status":"todo"}               | task_updated/reopened dashboard_updated/task_updated     | task_updated/reopened dashboard_updated/task_updated     |
          POST lead /tasks/$task/github {"repo_id":$repository,"issue_number":8} | task_updated/github_linked              | task_updated/github_linked                               |
          DELETE lead /tasks/$linked/github/$link               | task_updated/github_unlinked                             | task_updated/github_unlinked                             |
          PATCH lead /tasks/bulk {"ids":[$task],"priority":"urgent"} | task_updated/updated dashboard_updated/task_updated | task_updated/updated dashboard_updated/task_updated      |
          PUT lead /tasks/$task {"project_id":$elsewhere}       | task_updated/updated dashboard_updated/task_updated      | task_updated/updated dashboard_updated/task_updated      |
          DELETE lead /tasks/$task                              | task_updated/deleted dashboard_updated/task_deleted      | task_updated/deleted dashboard_updated/task_deleted      |
          POST lead /tasks {"title":"Own","description":"","status":"todo"} | dashboard_updated/task_created               |                                                          |
          PUT lead /tasks/$loose {"title":"Looser"}             | dashboard_updated/task_updated                           |                                                          |
          DELETE lead /tasks/$loose                             | dashboard_updated/task_deleted                           |                                                          |
          POST lead /tasks/$task/comments {"content":"hi @$mona"} | new_comment                                            | new_comment user_mentioned notification                  |
          PUT lead /comments/$comment {"content":"changed"}     | comment_updated                                          | comment_updated                                          |
          DELETE lead /comments/$comment                        | comment_deleted                                          | comment_deleted                                          |
          PUT lead /projects/$project {"description":"Moon"}    | project_update/updated dashboard_updated/project_updated | project_update/updated dashboard_updated/project_updated |
          POST lead /projects {"name":"New","description":""}   | dashboard_updated/project_created                        |                                                          |
          PUT lead /projects/$elsewhere {"description":"Hush"}  | dashboard_updated/project_updated                        |                                                          |
          DELETE lead /projects/$project                        | project_update/deleted dashboard_updated/project_deleted | project_update/deleted dashboard_updated/project_deleted
          PUT lead /projects/$project {"team_members":[]}       | project_update/updated project_update/member_removed dashboard_updated/project_updated | project_update/updated project_update/member_removed dashboard_updated/project_updated |
          PUT lead /projects/$project {"team_members":[$mona,$nora]} | project_update/updated project_update/member_added dashboard_updated/project_updated | project_update/updated project_update/member_added dashboard_updated/project_updated |
          POST lead /notifications {"message":"psst","user_id":$mona} |                                                    | notification                                             |
          PUT mona /notifications/$notification/read            |                                                          | notification_read                                        |
          DELETE mona /notifications/$notification              |                                                          | notification_deleted                                     |
          """)
  void everyChangeReachesExactlyThoseItConcerns(String request, String managers, String member) {
    carryOut(request);

    assertThat(heardBy("admin")).isEqualTo(words(managers));
    assertThat(heardBy("team lead")).isEqualTo(words(managers));
    assertThat(heardBy("member")).isEqualTo(words(member));
    assertThat(heardBy("outsider")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUT root /admin/settings {"app_name":"Ours"} | dashboard_updated/settings_updated notification | |
          POST root /admin/users {"name":"Rex","email":"rex@example.com","password":"password1","role":"developer"} | dashboard_updated/user_created notification | dashboard_updated/user_created |
          PUT root /admin/users/$nora {"name":"Nora Two"}       | dashboard_updated/user_updated notification | dashboard_updated/user_updated |
          PUT root /admin/users/$mona {"name":"Mona Two"}       | dashboard_updated/user_updated notification | dashboard_updated/user_updated | dashboard_updated/user_updated
          PUT root /admin/users/$nora/role {"role":"team_lead"} | dashboard_updated/user_role_changed notification | dashboard_updated/user_role_changed |
          DELETE root /admin/users/$nora                        | dashboard_updated/user_deleted notification | dashboard_updated/user_deleted |
          POST root /admin/settings/retention/run      | dashboard_updated/retention_cleanup | |
          POST lead /reports {"report_type":"tasks","date_range":"week","summary":{},"details":[]} | dashboard_updated/report_created | dashboard_updated/report_created |
          DELETE lead /reports/$report                 | dashboard_updated/report_deleted | dashboard_updated/report_deleted |
          """)
  void whatConcernsTheSystemReachesManagersOrAdminsAndTheOneConcerned(
      String request, String admin, String teamLead, String member) {
    carryOut(request);

    assertThat(heardBy("admin")).isEqualTo(words(admin));
    assertThat(heardBy("team lead")).isEqualTo(words(teamLead));
    assertThat(heardBy("member")).isEqualTo(words(member));
    assertThat(heardBy("outsider")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"project", "task"})
  void whoIsThereIsToldToThoseInTheRoomOnly(String scope) throws Exception {
    int id = scope.equals("task") ? task.id() : project.id();
    tabOf(lead).join(scope, id);

    for (String inside : List.of("admin", "team lead", "member")) {
      JSONObject update = tabs.get(inside).awaitEvent("presence_update", "scope", scope);
      assertThat(update.getJSONObject("user").getInt("id")).isEqualTo(lead.id());
    }
    heardBy("outsider");
    assertThat(tabs.get("outsider").heard("presence_update")).isEmpty();
  }

  /** A method, who, the path and a body. */
  private void carryOut(String request) {
    String[] parts = filledIn(request).split(" ", 4);
    TestUser who = Map.of("lead", lead, "root", root, "mona", mona).get(parts[1]);
    RequestSpecification sent = parts.length > 3 ? as(who, parts[3]) : as(who);
    int status = sent.request(parts[0], parts[2]).statusCode();
    assertThat(status).as(request).isBetween(200, 204);
  }

  private String filledIn(String request) {
    String inPlace = request.replace("@$mona", "@" + mona.email().split("@")[0]);
    Map<String, Integer> ids =
        Map.ofEntries(
            Map.entry("$project", project.id()),
            Map.entry("$elsewhere", elsewhere.id()),
            Map.entry("$task", task.id()),
            Map.entry("$loose", loose.id()),
            Map.entry("$done", done.id()),
            Map.entry("$linked", linked.id()),
            Map.entry("$comment", comment),
            Map.entry("$repository", repository),
            Map.entry("$link", link),
            Map.entry("$report", report),
            Map.entry("$notification", notification),
            Map.entry("$mona", mona.id()),
            Map.entry("$nora", nora.id()));
    for (Map.Entry<String, Integer> id : ids.entrySet()) {
      inPlace = inPlace.replaceAll("\\" + id.getKey() + "\\b", id.getValue().toString());
    }
    return inPlace;
  }

  private static Set<String> words(String text) {
    return text == null ? Set.of() : new TreeSet<>(Set.of(text.split(" ")));
  }

  /** Everything but presence, the mark that it is all there, and what managers see of the audit. */
  private Set<String> heardBy(String watcher) {
    LiveClient tab = tabs.get(watcher);
    settle(watchers.get(watcher), tab);
    Set<String> heard =
        tab.heard().stream()
            .filter(event -> !event.name().equals("presence_update"))
            .filter(event -> !event.payload().optString("message").startsWith("mark "))
            .map(WhoHearsTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (watcher.equals("admin") || watcher.equals("team lead")) {
      heard.remove("dashboard_updated/audit_log_recorded");
    }
    return heard;
  }

  private static String name(LiveClient.Heard event) {
    return Stream.concat(
            Stream.of(event.name()),
            KINDS.stream().filter(event.payload()::has).map(event.payload()::optString))
        .collect(Collectors.joining("/"));
  }
}

package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  private int comment;
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
    comment = given.aComment("hello", task, lead);
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
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST lead /tasks {"title":"Fly","description":"","status":"todo","project_id":$project} | task_updated/created dashboard_updated/task_created | task_updated/created dashboard_updated/task_created |
          PUT lead /tasks/$task {"title":"Land softly"}         | task_updated/updated dashboard_updated/task_updated      | task_updated/updated dashboard_updated/task_updated      |
          PUT lead /tasks/$task {"status":"completed"}          | task_updated/completed dashboard_updated/task_updated    | task_updated/completed dashboard_updated/task_updated    |
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
          PUT root /admin/settings {"app_name":"Ours"} | dashboard_updated/settings_updated notification |
          PUT root /admin/users/$nora {"name":"Nora Two"}       | dashboard_updated/user_updated notification | dashboard_updated/user_updated
          PUT root /admin/users/$nora/role {"role":"team_lead"} | dashboard_updated/user_role_changed notification | dashboard_updated/user_role_changed
          DELETE root /admin/users/$nora                        | dashboard_updated/user_deleted notification | dashboard_updated/user_deleted
          POST root /admin/settings/retention/run      | dashboard_updated/retention_cleanup |
          POST lead /reports {"report_type":"tasks","date_range":"week","summary":{},"details":[]} | dashboard_updated/report_created | dashboard_updated/report_created
          """)
  void whatConcernsTheSystemReachesManagersOrAdminsOnly(
      String request, String admin, String teamLead) {
    carryOut(request);

    assertThat(heardBy("admin")).isEqualTo(words(admin));
    assertThat(heardBy("team lead")).isEqualTo(words(teamLead));
    assertThat(heardBy("member")).isEmpty();
    assertThat(heardBy("outsider")).isEmpty();
  }

  /** A method, who, the path and a body. */
  private void carryOut(String request) {
    String[] parts = filledIn(request).split(" ", 4);
    TestUser who = Map.of("lead", lead, "root", root).get(parts[1]);
    RequestSpecification sent = parts.length > 3 ? as(who, parts[3]) : as(who);
    int status = sent.request(parts[0], parts[2]).statusCode();
    assertThat(status).as(request).isBetween(200, 204);
  }

  private String filledIn(String request) {
    String inPlace = request.replace("@$mona", "@" + mona.email().split("@")[0]);
    Map<String, Integer> ids =
        Map.of(
            "$project", project.id(),
            "$elsewhere", elsewhere.id(),
            "$task", task.id(),
            "$loose", loose.id(),
            "$comment", comment,
            "$mona", mona.id(),
            "$nora", nora.id());
    for (Map.Entry<String, Integer> id : ids.entrySet()) {
      inPlace = inPlace.replace(id.getKey(), id.getValue().toString());
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

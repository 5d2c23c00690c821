package dev.devsync.server;

import dev.devsync.testing.HttpTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/**
 * A walk through what people do with the earlier web client, from an empty database on, with the
 * requests that it sends (contract, SPA section 10).
 */
abstract class AcceptanceWalk extends HttpTest {

  protected EarlierClient admin;
  protected EarlierClient dora;

  @BeforeEach
  void twoPeopleRegister() {
    admin = registered("Ada Admin", "ada@example.com");
    dora = registered("Dora Developer", "dora@example.com");
  }

  protected EarlierClient registered(String name, String email) {
    EarlierClient client = new EarlierClient(port);
    client.register(name, email);
    client.signIn(email);
    return client;
  }

  protected static Map<String, Object> taskForm(Object assignee, Object project) {
    Map<String, Object> form = new HashMap<>();
    form.put("title", "Write the manual");
    form.put("description", "All of it");
    form.put("status", "todo");
    form.put("priority", "high");
    form.put("assigned_to", assignee);
    form.put("project_id", project);
    form.put("deadline", "2031-05-01T10:00:00.000Z");
    return form;
  }

  protected int project(List<Integer> members) {
    return admin
        .post(
            "/projects",
            Map.of(
                "name", "Manuals", "description", "", "status", "active", "team_members", members))
        .statusCode(201)
        .extract()
        .path("project.id");
  }

  protected int task() {
    int project = project(List.of(dora.id()));
    return admin
        .post("/tasks", taskForm(Integer.toString(dora.id()), Integer.toString(project)))
        .statusCode(201)
        .extract()
        .path("task.id");
  }
}

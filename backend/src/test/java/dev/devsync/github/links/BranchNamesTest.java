package dev.devsync.github.links;

import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchNamesTest extends HttpTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fix the door!                                                        | -fix-the-door
          Türen öffnen (außen)                                                 | -turen-offnen-au-en
          日本語                                                               | ''
          A very long title that goes on and on until nobody wants to read it  | -a-very-long-title-that-goes-on-and-on-until-nobody
          """)
  void aBranchIsNamedAfterItsTask(String title, String words) {
    var dev = given.aDeveloper();
    var task = given.aTask(title, dev);
    as(dev)
        .get("/tasks/{id}/github/branch-name", task.id())
        .then()
        .statusCode(200)
        .body("branch_name", equalTo("DS-" + task.id() + words));
  }

  @Test
  void anInvisibleTaskHasNoBranch() {
    var task = given.aTask("Secret", given.aTeamLead());
    as(given.aDeveloper()).get("/tasks/{id}/github/branch-name", task.id()).then().statusCode(404);
  }
}

package dev.devsync.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.devsync.platform.access.OpenTo;
import dev.devsync.platform.access.Requires;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The walls and habits of docs/architecture.md, as far as a machine can see them. */
@AnalyzeClasses(packages = "dev.devsync", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] LISTENERS = {"dev.devsync.realtime..", "dev.devsync.github.."};

  @ArchTest
  static final ArchRule everyHandlerSaysWhoMayCallIt =
      methods()
          .that()
          .areMetaAnnotatedWith(RequestMapping.class)
          .should()
          .beAnnotatedWith(Requires.class)
          .orShould()
          .beAnnotatedWith(OpenTo.class);

  @ArchTest
  static final ArchRule noHandlerIsBothOpenAndGuarded =
      methods().that().areAnnotatedWith(Requires.class).should().notBeAnnotatedWith(OpenTo.class);

  @ArchTest
  static final ArchRule featuresDoNotKnowWhoListensToThem =
      noClasses()
          .that()
          .resideOutsideOfPackages(LISTENERS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(LISTENERS);

  @ArchTest
  static final ArchRule thePlatformKnowsNoFeature =
      noClasses()
          .that()
          .resideInAPackage("dev.devsync.platform..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.devsync.*..")
                  .and(describe("no part of the platform", type -> !isPlatform(type))));

  /**
   * Images evaluate conditions when they are built, before anybody has configured them (ADR 10).
   */
  @ArchTest
  static final ArchRule noBeanDependsOnASetting =
      noClasses()
          .should()
          .dependOnClassesThat(
              describe(
                  "conditions on more than being a server",
                  type ->
                      type.isAnnotation()
                          && type.isMetaAnnotatedWith(Conditional.class)
                          && !type.isEquivalentTo(ConditionalOnWebApplication.class)));

  @ArchTest
  static final ArchRule collaboratorsComeThroughTheConstructor =
      noFields().should().beAnnotatedWith(Autowired.class);

  @ArchTest
  static final ArchRule timeIsAnInstant =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.devsync.platform.security")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(java.util.Date.class, java.util.Calendar.class);

  @ArchTest
  static final ArchRule theTimeComesFromTheClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule queriesLiveInRepositories =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.devsync.platform..")
          .and(
              describe(
                  "are no repositories",
                  type -> !outermost(type).isAnnotatedWith(Repository.class)))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(JdbcOperations.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(JdbcClient.class);

  @ArchTest
  static final ArchRule controllersStayInTheirModule =
      classes().that().areAnnotatedWith(RestController.class).should().notBePublic();

  /** What a module offers to others is called access, and may be there before anybody needs it. */
  @ArchTest
  static final ArchRule beansThatNoOtherModuleUsesAreNotPublic =
      classes()
          .that()
          .areMetaAnnotatedWith(Component.class)
          .and()
          .haveSimpleNameNotEndingWith("Access")
          .and(
              describe(
                  "belong to a feature and no other module uses",
                  ArchitectureTest::isUsedAtHomeOnly))
          .should()
          .notBePublic();

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static boolean isPlatform(JavaClass type) {
    return type.getPackageName().startsWith("dev.devsync.platform");
  }

  /**
   * A module's sub-packages need public types among themselves; the module system hides those from
   * other modules.
   */
  private static boolean isUsedAtHomeOnly(JavaClass type) {
    return type.getPackageName().matches("dev\\.devsync\\.\\w+")
        && type.getDirectDependenciesToSelf().stream()
            .allMatch(use -> use.getOriginClass().getPackageName().equals(type.getPackageName()));
  }
}

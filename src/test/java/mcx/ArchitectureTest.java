package mcx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the table of rooms: which package may use which, and who may know which library. */
class ArchitectureTest {

  /** Each room with the rooms that it may use, beside itself. */
  private static final Map<String, List<String>> ROOMS = new LinkedHashMap<>();

  static {
    room("inet");
    room("design", "inet");
    room("catalog", "inet", "design");
    room("network", "inet", "design");
    room("compile", "inet", "design", "catalog", "network");
    room("routing", "inet", "network");
    room("change", "inet", "design", "catalog");
    room("analysis", "inet", "design", "catalog", "network", "compile", "routing", "change");
    room("geometry");
    room("diagram", "design", "geometry");
    room("format", "inet", "design", "geometry", "diagram");
    room(
        "paint",
        "inet",
        "design",
        "catalog",
        "network",
        "routing",
        "analysis",
        "geometry",
        "diagram");
    roomAbove("export");
    roomAbove("editor");
    roomAbove("view");
    roomAbove("app");
  }

  private static JavaClasses classes;

  private static void room(String name, String... mayUse) {
    ROOMS.put(name, List.of(mayUse));
  }

  /** A room that may use all that were named before it. */
  private static void roomAbove(String name) {
    ROOMS.put(name, List.copyOf(ROOMS.keySet()));
  }

  @BeforeAll
  static void read() {
    classes = new ClassFileImporter().importPath(Path.of("target", "classes"));
  }

  @Test
  void everyPackageIsARoom() {
    Set<String> found = new TreeSet<>();
    for (JavaClass c : classes) {
      if (!c.getPackageName().isEmpty()) {
        // A room may have parts: mcx.editor.tool belongs to mcx.editor.
        String[] names = c.getPackageName().split("\\.");
        found.add(names[0] + "." + names[1]);
      }
    }
    Set<String> rooms = new TreeSet<>();
    ROOMS.keySet().forEach(r -> rooms.add("mcx." + r));
    assertEquals(rooms, found);
  }

  @TestFactory
  List<DynamicTest> roomsUseOnlyWhatTheyMay() {
    List<DynamicTest> tests = new ArrayList<>();
    ROOMS.forEach(
        (room, mayUse) ->
            tests.add(
                DynamicTest.dynamicTest(
                    room,
                    () -> {
                      List<String> forbidden = new ArrayList<>(ROOMS.keySet());
                      forbidden.removeAll(mayUse);
                      forbidden.remove(room);
                      String[] packages =
                          forbidden.stream().map(r -> "mcx." + r + "..").toArray(String[]::new);
                      if (packages.length > 0) {
                        noClasses()
                            .that()
                            .resideInAPackage("mcx." + room + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(packages)
                            .check(classes);
                      }
                    })));
    return tests;
  }

  @Test
  void roomsAreFreeOfCycles() {
    slices().matching("mcx.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void onlyTheWindowKnowsJavaFx() {
    noClasses()
        .that()
        .resideOutsideOfPackages("mcx.view..", "mcx.app..", "mcx.editor..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..")
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage("mcx.editor..")
        .should()
        .dependOnClassesThat(
            javaFxBeyond("javafx.beans", "javafx.collections", "javafx.event", "javafx.util"))
        .check(classes);
  }

  @Test
  void jacksonIsKnownWhereJsonIsReadOrWritten() {
    onlyIn(List.of("tools.jackson..", "com.fasterxml.jackson.."), "format", "catalog", "export");
  }

  @Test
  void theCommandLineLibraryIsKnownInTheCommandLine() {
    onlyIn(List.of("picocli.."), "app");
  }

  @Test
  void theCoreKnowsNoDesktop() {
    onlyIn(List.of("java.awt..", "javax.imageio.."), "paint", "export", "view", "app");
  }

  private static void onlyIn(List<String> libraries, String... rooms) {
    ClassesShouldConjunction rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(
                Arrays.stream(rooms).map(r -> "mcx." + r + "..").toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(libraries.toArray(String[]::new));
    rule.check(classes);
  }

  private static DescribedPredicate<JavaClass> javaFxBeyond(String... allowed) {
    return DescribedPredicate.describe(
        "belong to JavaFX beyond javafx.base",
        c ->
            c.getPackageName().startsWith("javafx.")
                && Arrays.stream(allowed).noneMatch(a -> c.getPackageName().startsWith(a)));
  }

  @Test
  void designIsMadeOfValues() {
    classes()
        .that()
        .resideInAPackage("mcx.design")
        .and()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .and()
        .arePublic()
        .and()
        .areNotEnums()
        .and()
        .areNotAssignableTo(Throwable.class)
        .and()
        .doNotHaveSimpleName("Components")
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .beRecords()
        .check(classes);
  }
}

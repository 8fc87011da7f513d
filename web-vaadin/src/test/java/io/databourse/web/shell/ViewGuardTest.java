package io.databourse.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.databourse.call.Caller;
import io.databourse.call.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ViewGuardTest {
    private static final List<Class<?>> VIEWS = views();

    /// Whoever adds a page that visitors may see has to say so here too.
    private static final Set<String> PUBLIC =
            Set.of(
                    "",
                    "catalogue",
                    "catalogue/:id",
                    "tasks",
                    "merchants",
                    "certificates",
                    "certificates/:id",
                    "logging-in");

    @Test
    void every_view_says_who_may_see_it_in_exactly_one_way() {
        assertThat(VIEWS).hasSizeGreaterThan(20);
        assertThat(VIEWS)
                .allSatisfy(view ->
                        assertThat(
                                        Stream.of(
                                                        AnonymousAllowed.class,
                                                        PermitAll.class,
                                                        RolesAllowed.class)
                                                .filter(view::isAnnotationPresent))
                                .as(view.getSimpleName())
                                .hasSize(1));
    }

    @Test
    void only_the_public_pages_are_open_to_visitors() {
        assertThat(
                        VIEWS.stream()
                                .filter(ViewGuard::isOpen)
                                .map(view -> view.getAnnotation(Route.class).value()))
                .containsExactlyInAnyOrderElementsOf(PUBLIC);
    }

    @Test
    void guards_name_roles_that_tokens_carry() {
        List<String> known = Arrays.stream(Role.values()).map(Role::tokenName).toList();
        assertThat(
                        VIEWS.stream()
                                .filter(view -> view.isAnnotationPresent(RolesAllowed.class))
                                .flatMap(view ->
                                        Arrays.stream(
                                                view.getAnnotation(RolesAllowed.class).value())))
                .isSubsetOf(known);
    }

    @Test
    void the_navigation_of_each_role_leads_only_to_pages_it_may_enter() {
        for (Role role : Role.values()) {
            Caller caller = new Caller("somebody", Set.of(role));
            assertThat(NavigationEntry.of(caller))
                    .isNotEmpty()
                    .allSatisfy(entry ->
                            assertThat(ViewGuard.mayEnter(view(entry.path()), caller))
                                    .as(role + " " + entry.path())
                                    .isTrue());
        }
    }

    @Test
    void each_role_starts_at_a_page_it_may_enter() {
        for (Role role : Role.values()) {
            Caller caller = new Caller("somebody", Set.of(role));
            assertThat(ViewGuard.mayEnter(view(StartView.first(caller)), caller)).isTrue();
        }
    }

    @Test
    void a_visitor_enters_public_pages_only() {
        assertThat(ViewGuard.mayEnter(view("catalogue"), Caller.anonymous())).isTrue();
        assertThat(ViewGuard.mayEnter(view("orders"), Caller.anonymous())).isFalse();
        assertThat(ViewGuard.mayEnter(String.class, Caller.anonymous())).isFalse();
    }

    private static Class<?> view(String path) {
        return VIEWS.stream()
                .filter(view -> view.getAnnotation(Route.class).value().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no view at " + path));
    }

    private static List<Class<?>> views() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.databourse.web")
                        .stream()
                        .filter(each -> each.isAnnotatedWith(Route.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }
}

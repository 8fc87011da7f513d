package io.databourse.web.merchant;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.Role;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.merchant.MerchantState;
import io.databourse.quota.FrozenBuyers;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// What needs the user today, and the few figures that count.
@Route(value = "home", layout = Shell.class)
@Dependent
@RolesAllowed({Names.MERCHANT, Names.BUYER, Names.NODE_ADMIN})
class HomeView extends Page implements BeforeEnterObserver {
    private final MerchantService merchants;
    private final FrozenBuyers buyers;
    private final TodoList todos;

    @Inject
    HomeView(MerchantService merchants, FrozenBuyers buyers, TodoList todos) {
        this.merchants = merchants;
        this.buyers = buyers;
        this.todos = todos;
        crumbs(Texts.t("nav.section.work"));
        title(Texts.t("nav.home"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Merchant> own = merchants.organisationOf(CurrentUser.caller());
        if (own.isEmpty() || own.get().state() != MerchantState.ACTIVE) {
            show(welcome(own));
            return;
        }
        beside(Tags.plain(own.get().name()));
        show(todos.figures(own.get()), todo(todos.of(own.get())));
        StoppedNotice.of(buyers, own.get()).ifPresent(this::showFirst);
    }

    private static Component welcome(Optional<Merchant> own) {
        boolean mayApply = CurrentUser.has(Role.MERCHANT, Role.BUYER);
        if (own.isEmpty() && !mayApply) {
            return Blocks.empty(Texts.t("home.noOrganisation", CurrentUser.caller().username()));
        }
        return Blocks.empty(
                own.map(each -> Texts.t("merchant.next." + each.state(), ""))
                        .orElseGet(() -> Texts.t("merchant.next.none")),
                Blocks.link(Texts.t("home.toOrganisation"), "organisation"));
    }

    private static Component todo(List<TodoList.Todo> todos) {
        Div card = Blocks.card(Texts.t("home.todo"));
        if (todos.isEmpty()) {
            card.add(
                    Blocks.empty(
                            Texts.t("home.nothing"),
                            Blocks.link(Texts.t("nav.catalogue"), "catalogue")));
        }
        todos.forEach(todo ->
                card.add(
                        Blocks.div(
                                "todo",
                                Tags.warn(todo.what()),
                                Blocks.link(todo.name(), todo.address()))));
        return card;
    }
}

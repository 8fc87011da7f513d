package io.databourse.web.node;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.Role;
import io.databourse.membership.MembershipService;
import io.databourse.membership.PartyNode;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

@Route(value = "nodes", layout = Shell.class)
@Dependent
@RolesAllowed({Names.NODE_ADMIN, Names.MERCHANT, Names.BUYER, Names.OPERATOR, Names.REGULATOR})
class NodeListView extends Page implements BeforeEnterObserver {
    private final MembershipService membership;

    @Inject
    NodeListView(MembershipService membership) {
        this.membership = membership;
        crumbs(Texts.t("nav.section.run"));
        title(Texts.t("nav.nodes"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (CurrentUser.has(Role.NODE_ADMIN)) {
            actions(Actions.primary("invite", Texts.t("node.invite"), this::invite));
        }
        build();
    }

    private void invite() {
        new InviteNodeDialog(name -> membership.invite(CurrentUser.caller(), name), this::build)
                .open();
    }

    private void build() {
        show(
                new DataTable<PartyNode>("nodes", Blocks.empty(Texts.t("nodes.empty")))
                        .column("node.name", PartyNode::name, NodeListView::name)
                        .column(
                                "node.owner",
                                node -> Texts.ofCode("organisation", node.ownerName()))
                        .column(
                                "table.state",
                                node -> Texts.of(node.state()),
                                node -> Tags.state(node.state()))
                        .column("node.link", NodeListView::link, NodeListView::linkTag)
                        .column("node.version", node -> node.version().orElse("–"))
                        .number(
                                "node.sources",
                                node -> node.sources().size(),
                                node -> String.valueOf(node.sources().size()))
                        .ordered(
                                "node.lastSeen",
                                node -> node.lastSeen().orElse(node.createdAt()),
                                node -> node.lastSeen().map(Object::toString).orElse("–"),
                                node ->
                                        node.lastSeen()
                                                .<Component>map(When::new)
                                                .orElseGet(() -> Blocks.muted("–")))
                        .of(membership.list(CurrentUser.caller())));
    }

    private static Component name(PartyNode node) {
        return Blocks.div(
                "two",
                Blocks.link(node.name(), "nodes/" + node.id()),
                Blocks.mono(node.id().value()));
    }

    private static String link(PartyNode node) {
        return Texts.t(node.online() ? "node.online" : "node.offline");
    }

    private static Component linkTag(PartyNode node) {
        return node.online() ? Tags.good(link(node)) : Tags.plain(link(node));
    }
}

package io.databourse.web.node;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.Role;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeState;
import io.databourse.membership.PartyNode;
import io.databourse.web.evidence.StoryNavigation;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.FieldTable;
import io.databourse.web.parts.Live;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.ReasonDialog;
import io.databourse.web.parts.Stepper;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// One node: its keys, what it offers and whether it is connected.
@Route(value = "nodes/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.NODE_ADMIN, Names.MERCHANT, Names.BUYER, Names.OPERATOR, Names.REGULATOR})
class NodeView extends Page implements BeforeEnterObserver {
    private final MembershipService membership;
    private final Div main = Blocks.div("stack");
    private Optional<PartyNode> shown = Optional.empty();

    @Inject
    NodeView(MembershipService membership) {
        this.membership = membership;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        NodeId id = Address.id(event, NodeId::new);
        build(membership.find(CurrentUser.caller(), id));
        show(main, new Live(() -> refresh(id)));
    }

    private void refresh(NodeId id) {
        PartyNode now = membership.find(CurrentUser.caller(), id);
        boolean same =
                shown.filter(before ->
                                before.state() == now.state()
                                        && before.online() == now.online()
                                        && before.sources().equals(now.sources()))
                        .isPresent();
        if (!same) {
            build(now);
        }
    }

    private void build(PartyNode node) {
        shown = Optional.of(node);
        crumbs(Texts.t("nav.section.run"), Blocks.link(Texts.t("nav.nodes"), "nodes"));
        title(node.name());
        beside(
                Tags.state(node.state()),
                node.online()
                        ? Tags.good(Texts.t("node.online"))
                        : Tags.plain(Texts.t("node.offline")));
        actions(
                node.state() == NodeState.ACTIVE && CurrentUser.has(Role.OPERATOR, Role.NODE_ADMIN)
                        ? new Component[] {
                            Actions.danger("revoke", Texts.t("node.revoke"), () -> revoke(node))
                        }
                        : new Component[0]);
        main.removeAll();
        main.add(
                steps(node),
                Blocks.next(Texts.t("node.next." + node.state())),
                Blocks.div(
                        "grid g2",
                        Blocks.div("grid", sources(node), plugins(node)),
                        Blocks.div("grid", facts(node), keys(node))));
    }

    private static Stepper steps(PartyNode node) {
        int now =
                switch (node.state()) {
                    case INVITED -> 1;
                    case PENDING, REJECTED -> 2;
                    case ACTIVE, REVOKED -> 3;
                };
        return new Stepper(
                List.of(
                        Texts.t("node.step.invited"),
                        Texts.t("node.step.enrolled"),
                        Texts.t("node.step.approved"),
                        Texts.t("node.step.active")),
                node.state() == NodeState.ACTIVE ? 4 : now,
                node.state() == NodeState.REJECTED || node.state() == NodeState.REVOKED);
    }

    private static Component sources(PartyNode node) {
        FieldTable table =
                new FieldTable("node.sourceName", "node.sourceKind", "field.description");
        node.sources()
                .forEach(source ->
                        table.line(
                                Blocks.mono(source.name()),
                                Tags.plain(source.kind()),
                                Blocks.text(source.description())));
        return Blocks.card(
                Texts.t("node.sources"),
                node.sources().isEmpty() ? Blocks.muted(Texts.t("node.noSource")) : table);
    }

    private static Component plugins(PartyNode node) {
        FieldTable table = new FieldTable("tasks.name", "tasks.version", "node.hash");
        node.plugins()
                .forEach(plugin ->
                        table.line(
                                Blocks.mono(plugin.id()),
                                Blocks.mono(plugin.version()),
                                Blocks.mono(plugin.sha256())));
        return Blocks.card(
                Texts.t("node.plugins"),
                node.plugins().isEmpty() ? Blocks.muted(Texts.t("node.noPlugin")) : table);
    }

    private static Component facts(PartyNode node) {
        Facts facts =
                new Facts()
                        .mono("node.id", node.id().value())
                        .add("node.owner", Texts.ofCode("organisation", node.ownerName()))
                        .mono("node.endpoint", node.channelEndpoint().orElse(""))
                        .add("node.version", node.version().orElse(""))
                        .add(
                                "node.isolation",
                                Texts.ofCode("isolation", node.isolation().orElse("–")))
                        .add("node.createdAt", new When(node.createdAt()));
        node.lastSeen().ifPresent(at -> facts.add("node.lastSeen", new When(at)));
        return Blocks.card(
                Texts.t("node.title"),
                facts.add("evidence.link", StoryNavigation.link(node.id().value())));
    }

    private static Component keys(PartyNode node) {
        return Blocks.card(
                Texts.t("node.keys"),
                Blocks.paragraph(Texts.t("node.keysHint")),
                NodeKeys.of(node)
                        .mono("node.signingCertificate", node.signingFingerprint().orElse(""))
                        .mono("node.channelCertificate", node.channelFingerprint().orElse("")));
    }

    private void revoke(PartyNode node) {
        new ReasonDialog(
                        Texts.t("node.revoke"),
                        reason -> build(membership.revoke(CurrentUser.caller(), node.id(), reason)))
                .open();
    }
}

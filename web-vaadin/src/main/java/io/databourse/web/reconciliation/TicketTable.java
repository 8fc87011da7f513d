package io.databourse.web.reconciliation;

import com.vaadin.flow.component.Component;
import io.databourse.call.Role;
import io.databourse.settlement.reconciliation.ReconciliationService;
import io.databourse.settlement.reconciliation.Ticket;
import io.databourse.settlement.reconciliation.TicketState;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.ReasonDialog;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import java.util.Optional;

/// Differences, and what they were found to be.
final class TicketTable {
    private final ReconciliationService reconciliation;
    private final Runnable done;

    TicketTable(ReconciliationService reconciliation, Runnable done) {
        this.reconciliation = reconciliation;
        this.done = done;
    }

    Component table() {
        DataTable<Ticket> table =
                new DataTable<Ticket>("tickets", Blocks.empty(Texts.t("ticket.empty")))
                        .aside()
                        .column(
                                "ticket.kind",
                                ticket -> Texts.of(ticket.kind()),
                                ticket ->
                                        Blocks.div(
                                                "two",
                                                Blocks.text(Texts.of(ticket.kind())),
                                                Said.text(ticket.detail())))
                        .column(
                                "evidence.subject",
                                Ticket::subject,
                                ticket ->
                                        Blocks.mono(ticket.subject(), "story/" + ticket.subject()))
                        .column("reconciliation.day", ticket -> ticket.day().toString())
                        .column(
                                "table.state",
                                ticket -> Texts.of(ticket.state()),
                                ticket -> Tags.state(ticket.state()))
                        .column(
                                "ticket.resolution",
                                ticket -> ticket.resolution().orElse(""),
                                ticket -> Said.text(ticket.resolution().orElse("–")))
                        .ordered(
                                "ticket.foundAt",
                                Ticket::foundAt,
                                ticket -> ticket.foundAt().toString(),
                                ticket -> new When(ticket.foundAt()));
        if (CurrentUser.has(Role.OPERATOR)) {
            table.column("review.act", ticket -> "", this::act);
        }
        return table.from(
                page -> reconciliation.tickets(CurrentUser.caller(), Optional.empty(), page));
    }

    private Component act(Ticket ticket) {
        return ticket.state() == TicketState.OPEN
                ? Actions.command(
                        "resolve-" + ticket.id(), Texts.t("ticket.resolve"), () -> ask(ticket))
                : Blocks.text("");
    }

    private void ask(Ticket ticket) {
        new ReasonDialog(
                        Texts.t("ticket.resolve"),
                        words -> {
                            reconciliation.resolve(CurrentUser.caller(), ticket.id(), words);
                            done.run();
                        })
                .open();
    }
}

package io.databourse.web.statement;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import io.databourse.settlement.StatementService;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.Zone;
import io.databourse.web.shell.CurrentUser;
import java.time.YearMonth;
import java.util.stream.Stream;

/// The books of a month, 关账: cut them, then approve and close everybody's statements at once.
final class BooksDialog extends Dialog {
    private static final int MONTHS = 12;

    private final StatementService statements;
    private final Runnable done;
    private final Select<YearMonth> month =
            Inputs.name(new Select<>(), "month", "statement.period");

    BooksDialog(StatementService statements, Runnable done) {
        this.statements = statements;
        this.done = done;
        setHeaderTitle(Texts.t("books.open"));
        setWidth("560px");
        YearMonth last = YearMonth.now(Zone.ID).minusMonths(1);
        month.setItems(Stream.iterate(last, each -> each.minusMonths(1)).limit(MONTHS).toList());
        month.setValue(last);
        add(Blocks.div("form one", month), Blocks.next(Texts.t("books.hint")));
        getFooter()
                .add(
                        Actions.quiet("books-close-dialog", Texts.t("action.done"), this::close),
                        Actions.danger("books-cut", Texts.t("books.cut"), this::cut),
                        Actions.command("books-approve", Texts.t("books.approve"), this::approve),
                        Actions.command("books-close", Texts.t("books.close"), this::closeAll));
    }

    private void cut() {
        int drafted =
                statements.cut(CurrentUser.caller(), Inputs.value(month)).stream()
                        .mapToInt(books -> books.statements())
                        .sum();
        said("books.isCut", drafted);
    }

    private void approve() {
        said("books.approved", statements.approveAll(CurrentUser.caller(), Inputs.value(month)));
    }

    private void closeAll() {
        said("books.closed", statements.closeAll(CurrentUser.caller(), Inputs.value(month)));
    }

    private void said(String key, int count) {
        Problems.done(Texts.t(key, count));
        done.run();
    }
}

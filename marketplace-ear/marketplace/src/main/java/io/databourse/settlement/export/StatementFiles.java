package io.databourse.settlement.export;

import io.databourse.call.Caller;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;

/// Makes files of statements. Who may read a statement may have its file.
@ApplicationScoped
@Transactional
public class StatementFiles {
    private final SettlementService settlement;

    @Inject
    StatementFiles(SettlementService settlement) {
        this.settlement = settlement;
    }

    /// All lines of a statement that the caller was given.
    public byte[] csv(Caller caller, Statement statement) {
        StringBuilder text = new StringBuilder(StatementCsv.BYTE_ORDER_MARK);
        text.append(StatementCsv.HEADER);
        String period = statement.period().toString();
        settlement.eachLine(caller, statement, line -> text.append(StatementCsv.row(period, line)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The statement with its first [Statement#MOST_LINES] lines, in Chinese and English.
    public byte[] pdf(Statement statement) {
        return new StatementPdf(statement).bytes();
    }
}

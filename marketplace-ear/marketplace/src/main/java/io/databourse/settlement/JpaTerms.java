package io.databourse.settlement;

import io.databourse.pricing.SplitTerms;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/// The exchange's commission and VAT by the day from which they apply.
@ApplicationScoped
class JpaTerms {
    private final JpaSql sql;

    @Inject
    JpaTerms(JpaSql sql) {
        this.sql = sql;
    }

    SplitTerms on(LocalDate day) {
        return sql.first(
                        """
                        select commission_basis_points, vat_basis_points from settlement_terms
                        where effective_from <= ? order by effective_from desc limit 1
                        """,
                        row -> SplitTerms.ofBasisPoints(row.getLong(1), row.getLong(2)),
                        day)
                .orElseThrow(() -> new IllegalStateException("no terms on " + day));
    }
}

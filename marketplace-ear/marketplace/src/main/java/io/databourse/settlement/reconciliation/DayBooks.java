package io.databourse.settlement.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// All that is compared about one day, one question after the other. What one has found is not to
/// be lost because another takes too long or cannot be asked.
@ApplicationScoped
class DayBooks {
    private final JpaGatewayComparison gateways;
    private final JpaComparison stages;
    private final Apart apart;

    @Inject
    DayBooks(JpaGatewayComparison gateways, JpaComparison stages, Apart apart) {
        this.gateways = gateways;
        this.stages = stages;
        this.apart = apart;
    }

    /// @param failure that of a question which has no answer; the others were asked all the same
    record Compared(List<Difference> differences, Optional<RuntimeException> failure) {}

    /// @param over whether no call of the day is taken any more
    Compared compare(LocalDate day, boolean over) {
        List<Supplier<List<Difference>>> questions = new ArrayList<>();
        questions.add(() -> gateways.differences(day, over));
        questions.addAll(stages.questions(day));
        List<Difference> found = new ArrayList<>();
        Optional<RuntimeException> failure = Optional.empty();
        for (Supplier<List<Difference>> question : questions) {
            try {
                found.addAll(apart.run(question));
            } catch (RuntimeException e) {
                failure.ifPresent(e::addSuppressed);
                failure = Optional.of(e);
            }
        }
        return new Compared(found, failure);
    }

    JpaComparison.Counts counts(LocalDate day) {
        return apart.run(() -> stages.counts(day));
    }
}

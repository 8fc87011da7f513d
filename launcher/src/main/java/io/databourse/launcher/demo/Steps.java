package io.databourse.launcher.demo;

import io.databourse.launcher.part.DemoNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The steps of a demo, in their order.
record Steps(List<Step> steps) {
    Steps {
        steps = List.copyOf(steps);
    }

    /// @param action does the step and says what it came to
    record Step(String subject, Supplier<String> action) {}

    static Step step(String subject, Supplier<String> action) {
        return new Step(subject, action);
    }

    /// From the applications of both merchants to a contract that the nodes of both have signed.
    static Steps untilSigned(
            Scenario scenario, Organisations organisations, Offering offering, Purchase purchase) {
        Scenario.Organisation provider = scenario.provider();
        return new Steps(
                List.of(
                        step("merchant", () -> organisations.admit(provider)),
                        step("merchant", () -> organisations.admit(Scenario.BANK)),
                        step("node", () -> organisations.join(DemoNode.EXCHANGE, "exchange-node")),
                        step(
                                "node",
                                () -> organisations.join(scenario.node(), provider.nodeUser())),
                        step(
                                "node",
                                () -> organisations.join(DemoNode.BANK, Scenario.BANK.nodeUser())),
                        step("profile", offering::profile),
                        step("product", offering::register),
                        step("certificate", offering::certificate),
                        step("listing", offering::list),
                        step("wallet", purchase::topUp),
                        step("catalogue", purchase::find),
                        step("order", purchase::order),
                        step("contract", purchase::contract),
                        step("signatures", purchase::sign)));
    }

    /// These, and then more.
    Steps then(Step... more) {
        return new Steps(Stream.concat(steps.stream(), Stream.of(more)).toList());
    }

    /// @param progress told the subject of each step and what it came to
    void play(BiConsumer<String, String> progress) {
        for (Step step : steps) {
            progress.accept(step.subject(), step.action().get());
        }
    }
}

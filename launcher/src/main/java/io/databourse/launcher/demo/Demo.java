package io.databourse.launcher.demo;

import io.databourse.launcher.part.BourseSystem;
import io.databourse.launcher.part.DemoNode;
import io.databourse.launcher.part.Settings;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Plays the scenario step by step and prints what each one came to.
public final class Demo {

    private final Settings settings;
    private final BiConsumer<String, String> progress;
    private final Consumer<String> out;
    private final World world = new World();
    private final List<Step> steps;

    /// @param progress told the subject of each step and what it came to
    /// @param out told the lines after the last step
    public Demo(
            Settings settings,
            BourseSystem system,
            BiConsumer<String, String> progress,
            Consumer<String> out) {
        this.settings = settings;
        this.progress = progress;
        this.out = out;
        Api api = new Api(settings);
        Organisations organisations = new Organisations(api, world, system);
        Offering offering = new Offering(api, world);
        Purchase purchase = new Purchase(api, world);
        Job job = new Job(api, world, settings);
        Proofs proofs = new Proofs(api, world, settings);
        this.steps =
                List.of(
                        new Step("merchant", () -> organisations.admit(Scenario.AIRLINE)),
                        new Step("merchant", () -> organisations.admit(Scenario.BANK)),
                        new Step(
                                "node",
                                () -> organisations.join(DemoNode.EXCHANGE, "exchange-node")),
                        new Step(
                                "node", () -> organisations.join(DemoNode.AIRLINE, "airline-node")),
                        new Step("node", () -> organisations.join(DemoNode.BANK, "bank-node")),
                        new Step("profile", offering::profile),
                        new Step("product", offering::register),
                        new Step("certificate", offering::certificate),
                        new Step("listing", offering::list),
                        new Step("wallet", purchase::topUp),
                        new Step("catalogue", purchase::find),
                        new Step("order", purchase::order),
                        new Step("contract", purchase::contract),
                        new Step("signatures", purchase::sign),
                        new Step("preview", job::preview),
                        new Step("job", job::run),
                        new Step("result", job::result),
                        new Step("statement", proofs::statement),
                        new Step("ledgers", proofs::ledgers),
                        new Step("evidence", proofs::evidence));
    }

    public void play() {
        for (Step step : steps) {
            progress.accept(step.subject(), step.action().get());
        }
        out.accept("");
        String address = settings.exchangeAddress();
        out.accept("The exchange      " + address + "/");
        out.accept("The certificate   " + address + "/certificates/" + world.get("certificate"));
        out.accept(
                "Logins            airline, bank, operator, reviewer, regulator, airline-node,"
                        + " bank-node, exchange-node; the password is the name");
        out.accept("Everything keeps running: ./bourse status, ./bourse down");
    }

    private record Step(String subject, Supplier<String> action) {}
}

package io.databourse.launcher.demo;

import static io.databourse.launcher.demo.Steps.step;

import io.databourse.launcher.part.BourseSystem;
import io.databourse.launcher.part.Settings;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Plays the scenario step by step and prints what each one came to.
public final class Demo {

    private final Settings settings;
    private final BiConsumer<String, String> progress;
    private final Consumer<String> out;
    private final World world = new World();
    private final Steps steps;

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
        Scenario scenario = FlyerScenario.SCENARIO;
        Organisations organisations = new Organisations(api, world, system);
        Offering offering = new Offering(api, world, scenario);
        Purchase purchase = new Purchase(api, world, scenario);
        Job job = new Job(api, world, settings);
        Proofs proofs = new Proofs(api, world, settings);
        this.steps =
                Steps.untilSigned(scenario, organisations, offering, purchase)
                        .then(
                                step("preview", job::preview),
                                step("job", job::run),
                                step("result", job::result),
                                step("statement", proofs::statement),
                                step("ledgers", proofs::ledgers),
                                step("evidence", proofs::evidence));
    }

    public void play() {
        steps.play(progress);
        out.accept("");
        String address = settings.exchangeAddress();
        out.accept("The exchange      " + address + "/");
        out.accept("The certificate   " + address + "/certificates/" + world.get("certificate"));
        out.accept(
                "Logins            airline, bank, operator, reviewer, regulator, airline-node,"
                        + " bank-node, exchange-node; the password is the name");
        out.accept("Everything keeps running: ./bourse status, ./bourse down");
    }
}

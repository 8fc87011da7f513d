package io.databourse.launcher.demo;

import static io.databourse.launcher.demo.Steps.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.launcher.part.BourseSystem;
import io.databourse.launcher.part.DemoNode;
import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.NodeCommand;
import io.databourse.launcher.part.Settings;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A bank's researchers ask questions and run a script in a closed room beside an oil company's
/// data, and pay for it.
public final class OilDemo {
    /// Seven questions and one script.
    private static final int RUNS = 8;

    private final Api api;
    private final World world = new World();
    private final Settings settings;
    private final BiConsumer<String, String> progress;
    private final Consumer<String> out;
    private final Steps steps;

    /// @param progress told the subject of each step and what it came to
    /// @param out told the lines after the last step
    public OilDemo(
            Settings settings,
            BourseSystem system,
            BiConsumer<String, String> progress,
            Consumer<String> out) {
        this.settings = settings;
        this.progress = progress;
        this.out = out;
        this.api = new Api(settings);
        OilFiles files = new OilFiles(settings);
        Scenario scenario = OilScenario.of(files);
        Organisations organisations = new Organisations(api, world, system);
        Offering offering = new Offering(api, world, scenario);
        Purchase purchase = new Purchase(api, world, scenario);
        OilJobs jobs = new OilJobs(api, world, files);
        OilScript script = new OilScript(api, world, files, jobs, new NodeCommand(settings));
        Proofs proofs = new Proofs(api, world, settings);
        this.steps =
                Steps.untilSigned(scenario, organisations, offering, purchase)
                        .then(
                                step("room", jobs::room),
                                step("dry run", jobs::dryRun),
                                step("questions", jobs::topics),
                                step("approval", script::approve),
                                step("script", script::run),
                                step("review", script::release),
                                step("statement", this::statement),
                                step("ledgers", proofs::ledgers),
                                step("evidence", proofs::evidence));
    }

    public void play() {
        steps.play(progress);
        out.accept("");
        out.accept("The exchange      " + settings.exchangeAddress() + "/");
        out.accept("Logins            oil, oil-node, bank, bank-node; the password is the name");
        out.accept("Review queue      " + console(DemoNode.OIL) + "  li, wang");
        out.accept(
                "Results           " + console(DemoNode.BANK) + "  zhao; chen sees values masked");
        out.accept("                  the password is reviewer-<name>");
        out.accept("Everything keeps running: ./bourse status, ./bourse down");
    }

    /// Consoles listen on their node's own machine only.
    private String console(DemoNode node) {
        return node.console()
                .map(port -> "http://127.0.0.1:" + settings.ports().of(port) + "/")
                .orElse("");
    }

    private String statement() {
        String contract = "/contracts/" + world.get("contract");
        JsonNode charges =
                api.as("bank")
                        .await(
                                contract + "/charges",
                                "the charges",
                                seen -> seen.path("items").size() == RUNS);
        JsonNode quota = api.as("bank").get(contract + "/quota");
        if (quota.path("consumed").asLong() != RUNS) {
            throw new Fault("not " + RUNS + " runs were used: " + quota);
        }
        JsonNode line = charges.path("items").path(0);
        return "%d runs used, %d left; each %s: oil company %s, commission %s, VAT %s"
                .formatted(
                        RUNS,
                        quota.path("available").asLong(),
                        Purchase.money(line.path("gross")),
                        Purchase.money(line.path("merchantShare")),
                        Purchase.money(line.path("commissionNet")),
                        Purchase.money(line.path("vat")));
    }
}

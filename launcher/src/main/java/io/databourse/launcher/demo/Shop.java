package io.databourse.launcher.demo;

import io.databourse.launcher.part.BourseSystem;
import io.databourse.launcher.part.DemoNode;
import io.databourse.launcher.part.Settings;
import java.util.Map;
import java.util.function.Supplier;

/// The demo's listing, ready to be bought again and again, for measurements.
public final class Shop {

    private final Api api;
    private final World world = new World();
    private final BourseSystem system;

    public Shop(Settings settings, BourseSystem system) {
        this.api = new Api(settings);
        this.system = system;
    }

    /// Makes everything that comes before the first quote, and gives the bank enough money.
    public void open(long purchases) {
        Organisations organisations = new Organisations(api, world, system);
        Offering offering = new Offering(api, world, FlyerScenario.SCENARIO);
        Purchase purchase = new Purchase(api, world, FlyerScenario.SCENARIO);
        run(
                () -> organisations.admit(FlyerScenario.SCENARIO.provider()),
                () -> organisations.admit(Scenario.BANK),
                () -> organisations.join(DemoNode.EXCHANGE, "exchange-node"),
                () -> organisations.join(DemoNode.AIRLINE, "airline-node"),
                () -> organisations.join(DemoNode.BANK, "bank-node"),
                offering::profile,
                offering::register,
                offering::list,
                purchase::find);
        api.as("bank")
                .post(
                        "/wallet/top-ups",
                        Map.of("amount", Scenario.money(purchases * 5000 + ".00")));
    }

    /// Quote, order with its reservation, contract, both signatures, quota.
    public void buy() {
        Purchase purchase = new Purchase(api, new World(world), FlyerScenario.SCENARIO);
        run(purchase::order, purchase::contract, purchase::sign);
    }

    @SafeVarargs
    private static void run(Supplier<String>... steps) {
        for (Supplier<String> step : steps) {
            var _ = step.get();
        }
    }
}

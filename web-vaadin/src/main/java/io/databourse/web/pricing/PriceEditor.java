package io.databourse.web.pricing;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.catalog.NewPrice;
import io.databourse.catalog.PlanOffer;
import io.databourse.catalog.PriceCheck;
import io.databourse.catalog.PriceCheckRequest;
import io.databourse.money.CurrencyCode;
import io.databourse.pricing.book.Meter;
import io.databourse.pricing.book.PriceBook;
import io.databourse.pricing.book.PriceStep;
import io.databourse.pricing.book.PriceVersion;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Language;
import io.databourse.web.parts.Lines;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.Zone;
import io.databourse.web.shell.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Writes the next version of a listing's price: steps, what a use would cost by them, cheaper ways
/// to buy, and from when they count.
final class PriceEditor extends Div {
    /// The service takes no moment that is past when the request arrives.
    private static final int SOON = 1;

    private final CatalogService catalog;
    private final Clock clock;
    private final Listing listing;
    private final Runnable done;
    private final Lines<StepLine> lines = new Lines<>("step", "step.add", StepLine::new);
    private final UseFields use = new UseFields("use");
    private final DateTimePicker from = Inputs.name(new DateTimePicker(), "from", "price.from");
    private final Div answer = Blocks.div("stack");

    PriceEditor(CatalogService catalog, Clock clock, Listing listing, Runnable done) {
        this.catalog = catalog;
        this.clock = clock;
        this.listing = listing;
        this.done = done;
        addClassName("stack");
        from.setDatePickerI18n(Inputs.calendar());
        from.setHelperText(Texts.t("price.fromHint"));
        start();
        answer.setId("price-answer");
        add(
                lines,
                Blocks.subtitle(Texts.t("price.check.title")),
                Blocks.muted(Texts.t("price.check.hint")),
                use,
                Blocks.row(Actions.command("check", Texts.t("price.check"), this::check)),
                answer,
                Blocks.subtitle(Texts.t("price.publish.title")),
                from,
                Blocks.row(Actions.primary("publish", Texts.t("price.publish"), this::publish)));
    }

    /// Begins with the newest version, which is what a merchant changes.
    private void start() {
        List<PriceStep> newest =
                listing.pricing()
                        .prices()
                        .map(PriceBook::versions)
                        .map(versions -> versions.getLast().steps())
                        .orElse(List.of());
        newest.forEach(step -> lines.addLine().with(step));
        if (newest.isEmpty()) {
            lines.addLine();
        }
        use.ask(newest.isEmpty() ? Set.of(Meter.UNITS) : meters(newest));
    }

    private List<PriceStep> steps() {
        List<PriceStep> steps = lines.all().stream().map(StepLine::step).toList();
        if (steps.isEmpty()) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/" + Texts.t("step.kind"), Texts.t("input.missing"), "")));
        }
        return steps;
    }

    private static Set<Meter> meters(List<PriceStep> steps) {
        try {
            return new TreeSet<>(
                    new PriceVersion(1, Instant.EPOCH, CurrencyCode.CNY, steps).meters());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    List.of(new FieldError("/steps", String.valueOf(e.getMessage()), "–")));
        }
    }

    private void check() {
        List<PriceStep> steps = steps();
        Set<Meter> meters = meters(steps);
        use.ask(meters);
        Map<Meter, Long> wanted = use.use(meters);
        List<PlanOffer> plans =
                listing.plans().stream()
                        .map(plan ->
                                new PlanOffer(
                                        plan.name(),
                                        plan.units(),
                                        plan.price(),
                                        plan.validityDays()))
                        .toList();
        show(catalog.check(new PriceCheckRequest(plans, steps, Optional.of(wanted))));
    }

    private void show(PriceCheck check) {
        answer.removeAll();
        check.total()
                .ifPresent(total -> {
                    var sum = Blocks.text("big", Figures.of(total));
                    sum.setId("price-total");
                    answer.add(sum);
                });
        answer.add(new ExplanationTable(check.explanation()));
        Div warnings = Blocks.div("warnings");
        warnings.setId("price-warnings");
        for (PriceCheck.Warning warning : check.warnings()) {
            warnings.add(
                    Blocks.div(
                            "warning",
                            Blocks.text(
                                    "strong", Texts.t("price.warning." + warning.kind().name())),
                            Blocks.text(
                                    Texts.language() == Language.EN
                                            ? warning.en()
                                            : warning.zh())));
        }
        answer.add(check.warnings().isEmpty() ? Blocks.next(Texts.t("price.noWarning")) : warnings);
    }

    private void publish() {
        Instant when =
                from.getOptionalValue()
                        .map(typed -> typed.atZone(Zone.ID).toInstant())
                        .orElseGet(() -> clock.instant().plusSeconds(SOON));
        catalog.price(CurrentUser.caller(), listing.id(), new NewPrice(when, steps()));
        Problems.done(Texts.t("price.published"));
        done.run();
    }
}

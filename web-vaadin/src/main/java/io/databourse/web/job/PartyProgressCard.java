package io.databourse.web.job;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.dispatch.JobState;
import io.databourse.dispatch.PartyProgress;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Meter;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How far each party is, as its node last said, how fast it gets on, and whom it waits for.
final class PartyProgressCard extends Div {
    private static final Set<String> ENDS = Set.of("COMPLETED", "REFUSED", "FAILED");

    /// What a node says instead of a phase, before the party of which it hears nothing.
    private static final String SILENT = "silent:";

    /// Nodes at work say something every few seconds.
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final JobState state;
    private final List<PartyProgress> parties;
    private final Map<String, Pace> paces;
    private final Instant now;

    /// @param paces by party, of those that are at work
    PartyProgressCard(
            JobState state, List<PartyProgress> parties, Map<String, Pace> paces, Instant now) {
        this.state = state;
        this.parties = List.copyOf(parties);
        this.paces = Map.copyOf(paces);
        this.now = now;
        addClassName("card");
        setId("job-progress");
        add(new H2(Texts.t("job.parties")));
        if (parties.isEmpty()) {
            add(Blocks.muted(Texts.t("job.noParty")));
        }
        parties.forEach(party -> add(line(party)));
    }

    /// Whether a node that should be at work has said nothing for long.
    static boolean isOverdue(JobState state, PartyProgress party, Instant now) {
        return state == JobState.RUNNING
                && party.state().equals("RUNNING")
                && party.updatedAt().plus(SILENCE).isBefore(now);
    }

    private Div line(PartyProgress party) {
        // Whoever was still at work when the job ended was stopped and says no more.
        boolean stopped = state.isEnd() && !ENDS.contains(party.state());
        boolean waits = party.phase().startsWith(SILENT);
        boolean completed = party.state().equals("COMPLETED");
        // The last that a party told of its phase may be short of the end that it reached.
        boolean counts =
                party.total() > 0 && !waits && (!completed || party.done() == party.total());
        String organisation = organisation(party);
        Div line =
                Blocks.div(
                        "party",
                        Blocks.div(
                                "row",
                                Blocks.text("strong", organisation),
                                Tags.plain(Texts.ofCode("role", party.role())),
                                Tags.code("partyState", stopped ? "STOPPED" : party.state()),
                                Blocks.muted(
                                        waits || completed
                                                ? ""
                                                : Texts.ofCode("phase", party.phase())),
                                Blocks.text("end", counts ? done(party) : "")),
                        completed
                                ? new Meter(organisation, 1, 1)
                                : new Meter(
                                        organisation,
                                        counts ? party.done() : 0,
                                        counts ? party.total() : 1));
        List<String> pace = pace(party);
        if (!pace.isEmpty()) {
            line.add(Blocks.muted(String.join(" · ", pace)));
        }
        if (!state.isEnd()) {
            trouble(party).ifPresent(said -> line.add(Tags.warn(said)));
        }
        return line;
    }

    private static String organisation(PartyProgress party) {
        return Texts.ofCode("organisation", party.organisation());
    }

    private static String done(PartyProgress party) {
        return Texts.t(
                "job.doneOf",
                Figures.of(party.done()),
                Figures.of(party.total()),
                Texts.ofCode("unit", party.unit()));
    }

    private List<String> pace(PartyProgress party) {
        List<String> said = new ArrayList<>();
        Pace pace = paces.get(party.party());
        if (pace != null && !ENDS.contains(party.state()) && !state.isEnd()) {
            pace.perSecond().stream()
                    // Of others only percents are told, and those have no pace of rows.
                    .filter(_ -> !party.unit().equals("percent"))
                    .forEach(rate ->
                            said.add(
                                    Texts.t(
                                            "job.rate",
                                            Figures.rate(rate),
                                            Texts.ofCode("unit", party.unit()))));
            pace.left(party.total(), now)
                    .ifPresent(left -> said.add(Texts.t("job.left", Figures.about(left))));
        }
        party.traffic()
                .ifPresent(bytes ->
                        said.add(
                                Texts.t(
                                        "job.traffic",
                                        Figures.bytes(bytes.sent()),
                                        Figures.bytes(bytes.received()))));
        return said;
    }

    private Optional<String> trouble(PartyProgress party) {
        if (isOverdue(state, party, now)) {
            return Optional.of(
                    Texts.t(
                            "job.nodeSilent",
                            Figures.about(Duration.between(party.updatedAt(), now))));
        }
        return party.phase().startsWith(SILENT)
                ? Optional.of(
                        Texts.t(
                                "job.peerSilent",
                                named(party.phase().substring(SILENT.length())),
                                party.done(),
                                party.total()))
                : Optional.empty();
    }

    private String named(String id) {
        return parties.stream()
                .filter(party -> party.party().equals(id))
                .findFirst()
                .map(PartyProgressCard::organisation)
                .orElse(id);
    }
}

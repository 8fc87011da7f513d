package io.databourse.plugin.testkit;

import io.databourse.plugin.Channel;
import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One job, with all its parties in this JVM, each on its own thread.
///
/// @param jobId what the parties were told
/// @param parties how each ended, by party id
/// @param transcripts all that was sent, by `from → to`
public record TckRun(String jobId, Map<String, Ended> parties, Map<String, byte[]> transcripts) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /// How one party ended.
    ///
    /// @param outcome null if the program threw something that a node would not understand
    /// @param thrown null if it returned
    /// @param operations sends and receives
    /// @param filesLeft files in its workspace when it ended, by name
    public record Ended(
            @Nullable Outcome outcome,
            @Nullable Throwable thrown,
            MemoryContext context,
            int operations,
            Map<String, byte[]> filesLeft) {}

    /// Runs a job in which nothing goes wrong on the way.
    public static TckRun of(ComputePlugin plugin, TckCase job) {
        return of(plugin, job, Fault.NONE);
    }

    /// How a party ended; it is a failure of the test if it threw.
    public Outcome outcome(String id) {
        var outcome = party(id).outcome();
        if (outcome == null) {
            throw new AssertionError("party " + id + " threw", party(id).thrown());
        }
        return outcome;
    }

    /// The rows that a party holds as its result; empty also if it has begun none.
    public List<List<@Nullable Object>> rows(String id) {
        return party(id).context().sink().rows();
    }

    /// The sizes that a party has learned of others, by name.
    public Map<String, Long> learned(String id) {
        return Map.copyOf(party(id).context().meter().sizes);
    }

    static TckRun of(ComputePlugin plugin, TckCase job, Fault fault) {
        var places = new LinkedHashMap<String, Place>();
        job.players().forEach(player -> places.put(player.party().id(), Place.make()));
        var run = of(plugin, job, fault, places);
        places.values().forEach(Place::delete);
        return run;
    }

    /// One attempt at places that may have seen others.
    static TckRun of(ComputePlugin plugin, TckCase job, Fault fault, Map<String, Place> places) {
        var jobId = UUID.randomUUID().toString();
        var links = links(job);
        var ended = new ConcurrentHashMap<String, Ended>();
        var threads = new LinkedHashMap<String, Thread>();
        for (var player : job.players()) {
            var id = player.party().id();
            var at = Objects.requireNonNull(places.get(id));
            threads.put(
                    id,
                    Thread.ofPlatform()
                            .name("party-" + id)
                            .start(() ->
                                    ended.put(
                                            id,
                                            play(plugin, job, player, jobId, links, fault, at))));
        }
        threads.forEach(TckRun::await);
        var transcripts = new LinkedHashMap<String, byte[]>();
        links.forEach((name, link) -> transcripts.put(name, link.transcript()));
        return new TckRun(jobId, ended, transcripts);
    }

    Ended party(String id) {
        var found = parties.get(id);
        if (found == null) {
            throw new AssertionError("party " + id + " ended without a trace");
        }
        return found;
    }

    private static Map<String, Link> links(TckCase job) {
        var links = new LinkedHashMap<String, Link>();
        for (var from : job.players()) {
            for (var to : job.players()) {
                if (!from.equals(to)) {
                    links.put(name(from.party().id(), to.party().id()), new Link());
                }
            }
        }
        return links;
    }

    private static String name(String from, String to) {
        return from + " → " + to;
    }

    private static void await(String party, Thread thread) {
        try {
            if (!thread.join(LIMIT)) {
                var where = Arrays.toString(thread.getStackTrace());
                thread.interrupt();
                throw new AssertionError("party " + party + " hangs in " + where);
            }
        } catch (InterruptedException e) {
            throw new AssertionError("the test was interrupted", e);
        }
    }

    private static Ended play(
            ComputePlugin plugin,
            TckCase job,
            TckCase.Player player,
            String jobId,
            Map<String, Link> links,
            Fault fault,
            Place place) {
        var me = player.party().id();
        var operations = new AtomicInteger();
        var channels = new LinkedHashMap<String, MemoryChannel>();
        var mine = fault.party().equals(me) ? fault : Fault.NONE;
        for (var peer : job.players()) {
            var id = peer.party().id();
            if (!id.equals(me)) {
                channels.put(
                        id,
                        new MemoryChannel(
                                link(links, me, id), link(links, id, me), mine, operations));
            }
        }
        var context = new MemoryContext(jobId, job, player, channels, place);
        Outcome outcome = null;
        Throwable thrown = null;
        try {
            outcome = plugin.program(job.task(), player.party().role()).run(context);
        } catch (Channel.PeerLostException e) {
            outcome = new Outcome.Failed(Outcome.Blame.COUNTERPARTY, e.toString());
        } catch (Throwable e) { // whatever it is, the kit has something to say about it
            thrown = e;
        }
        leave(me, channels, links, thrown == null);
        return new Ended(outcome, thrown, context, operations.get(), place.files());
    }

    private static Link link(Map<String, Link> links, String from, String to) {
        var link = links.get(name(from, to));
        if (link == null) {
            throw new IllegalStateException("no link " + name(from, to));
        }
        return link;
    }

    private static void leave(
            String me,
            Map<String, MemoryChannel> channels,
            Map<String, Link> links,
            boolean inOrder) {
        for (var peer : channels.keySet()) {
            if (inOrder) {
                link(links, me, peer).close();
                link(links, peer, me).readerIsGone();
            } else {
                link(links, me, peer).tearDown();
                link(links, peer, me).tearDown();
            }
        }
    }
}

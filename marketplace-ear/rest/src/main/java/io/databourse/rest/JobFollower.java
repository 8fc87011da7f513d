package io.databourse.rest;

import io.databourse.dispatch.Job;
import io.databourse.rest.wire.ApiJson;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Looks at a job twice a second and sends it on when it has changed. One look is one short read;
/// no thread waits in between.
final class JobFollower implements Runnable {
    private static final int MILLIS = 500;

    /// A comment after so many looks keeps proxies from closing a quiet stream, and shows that the
    /// reader has gone.
    private static final int QUIET_LOOKS = 30;

    private final Supplier<Job> job;
    private final SseEventSink sink;
    private final Sse sse;
    private final ScheduledExecutorService executor;
    private String last = "";
    private int quiet;

    JobFollower(Supplier<Job> job, SseEventSink sink, Sse sse, ScheduledExecutorService executor) {
        this.job = job;
        this.sink = sink;
        this.sse = sse;
        this.executor = executor;
    }

    @Override
    public void run() {
        if (sink.isClosed()) {
            return;
        }
        try {
            look();
        } catch (RuntimeException e) {
            // The reader may connect again; a stream has no way to say what went wrong.
            sink.close();
        }
    }

    private void look() {
        var now = job.get();
        var text = ApiJson.write(now);
        if (!text.equals(last)) {
            last = text;
            quiet = 0;
            send(
                    sse.newEventBuilder()
                            .name("job")
                            .mediaType(MediaType.APPLICATION_JSON_TYPE)
                            .data(String.class, text)
                            .build(),
                    now.state().isEnd());
        } else if (++quiet >= QUIET_LOOKS) {
            quiet = 0;
            send(sse.newEventBuilder().comment("still here").build(), false);
        } else {
            again();
        }
    }

    private void send(OutboundSseEvent event, boolean isLast) {
        sink.send(event)
                .whenComplete((sent, failure) -> {
                    if (failure != null || isLast) {
                        sink.close();
                    } else {
                        again();
                    }
                });
    }

    private void again() {
        var _ = executor.schedule(this, MILLIS, TimeUnit.MILLISECONDS);
    }
}

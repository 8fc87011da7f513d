package io.databourse.node.child;

import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.Schema;
import io.databourse.plugin.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The bytes of what node and child tell each other. Both ends are always of the same build, so
/// there are no versions; but the child is not trusted, so a wrong byte is an [IOException].
public final class Wire {
    private static final int MAX_COUNT = 1 << 16;

    private Wire() {}

    public static byte[] of(JobSpec spec) throws IOException {
        return bytes(out -> {
            text(out, spec.runId());
            text(out, spec.task());
            text(out, spec.self());
            text(out, spec.workspace().toString());
            list(out, spec.pluginPath(), (to, path) -> text(to, path.toString()));
            list(out, spec.parties(), Wire::party);
            map(out, spec.parameters(), Wire::text);
            list(out, spec.inputs(), Wire::input);
            list(out, spec.released(), Wire::released);
        });
    }

    public static JobSpec jobSpec(ByteBuffer from) throws IOException {
        return parse(
                from,
                in ->
                        new JobSpec(
                                text(in),
                                text(in),
                                text(in),
                                Path.of(text(in)),
                                list(in, each -> Path.of(text(each))),
                                list(in, Wire::party),
                                map(in, Wire::text),
                                list(in, Wire::input),
                                list(in, Wire::released)));
    }

    public static byte[] of(ChildReport report) throws IOException {
        return bytes(out -> {
            outcome(out, report.outcome());
            map(out, report.meters(), DataOutputStream::writeLong);
            map(out, report.learned(), DataOutputStream::writeLong);
            out.writeBoolean(report.keysDestroyed());
            out.writeLong(report.usage().cpuMillis());
            out.writeLong(report.usage().peakMemoryKilobytes());
            list(out, report.tables(), Wire::table);
            map(out, report.files(), Wire::text);
            list(out, report.held().tables(), Wire::table);
            map(out, report.held().files(), Wire::text);
            list(out, report.held().findings(), Wire::finding);
            out.writeBoolean(report.awaitsReview());
        });
    }

    public static ChildReport report(ByteBuffer from) throws IOException {
        return parse(
                from,
                in ->
                        new ChildReport(
                                outcome(in),
                                map(in, DataInputStream::readLong),
                                map(in, DataInputStream::readLong),
                                in.readBoolean(),
                                new ChildReport.Usage(in.readLong(), in.readLong()),
                                list(in, Wire::table),
                                map(in, Wire::text),
                                new ChildReport.Held(
                                        list(in, Wire::table),
                                        map(in, Wire::text),
                                        list(in, Wire::finding)),
                                in.readBoolean()));
    }

    public static byte[] of(ProgressMade progress) throws IOException {
        return bytes(out -> {
            text(out, progress.phase());
            out.writeLong(progress.done());
            out.writeLong(progress.total());
            text(out, progress.unit());
        });
    }

    public static ProgressMade progress(ByteBuffer from) throws IOException {
        return parse(
                from, in -> new ProgressMade(text(in), in.readLong(), in.readLong(), text(in)));
    }

    public static byte[] of(Map<String, String> texts) throws IOException {
        return bytes(out -> map(out, texts, Wire::text));
    }

    public static Map<String, String> texts(ByteBuffer from) throws IOException {
        return parse(from, in -> map(in, Wire::text));
    }

    private static void party(DataOutputStream out, Party party) throws IOException {
        text(out, party.id());
        text(out, party.role());
        out.writeBoolean(party.receivesResult());
    }

    private static Party party(DataInputStream in) throws IOException {
        return new Party(text(in), text(in), in.readBoolean());
    }

    private static void input(DataOutputStream out, JobSpec.Input input) throws IOException {
        text(out, input.name());
        text(out, input.file().toString());
        schema(out, input.schema());
        out.writeLong(input.rows());
        map(out, input.uses(), (to, columns) -> list(to, columns, Wire::text));
    }

    private static JobSpec.Input input(DataInputStream in) throws IOException {
        return new JobSpec.Input(
                text(in),
                Path.of(text(in)),
                schema(in),
                in.readLong(),
                map(in, each -> list(each, Wire::text)));
    }

    private static void released(DataOutputStream out, HeldOutput.Released file)
            throws IOException {
        text(out, file.name());
        text(out, file.mediaType());
        text(out, file.file().toString());
    }

    private static HeldOutput.Released released(DataInputStream in) throws IOException {
        return new HeldOutput.Released(text(in), text(in), Path.of(text(in)));
    }

    private static void finding(DataOutputStream out, ChildReport.Finding finding)
            throws IOException {
        text(out, finding.verdict().name());
        text(out, finding.message().zh());
        text(out, finding.message().en());
    }

    private static ChildReport.Finding finding(DataInputStream in) throws IOException {
        return new ChildReport.Finding(
                HeldOutput.Verdict.valueOf(text(in)), new Text(text(in), text(in)));
    }

    private static void table(DataOutputStream out, ChildReport.Table table) throws IOException {
        text(out, table.name());
        schema(out, table.schema());
        out.writeLong(table.rows());
    }

    private static ChildReport.Table table(DataInputStream in) throws IOException {
        return new ChildReport.Table(text(in), schema(in), in.readLong());
    }

    private static void schema(DataOutputStream out, Schema schema) throws IOException {
        list(
                out,
                schema.columns(),
                (to, column) -> {
                    text(to, column.name());
                    text(to, column.type().name());
                    to.writeBoolean(column.nullable());
                });
    }

    private static Schema schema(DataInputStream in) throws IOException {
        return new Schema(
                list(
                        in,
                        each ->
                                new Schema.Column(
                                        text(each),
                                        Schema.Type.valueOf(text(each)),
                                        each.readBoolean())));
    }

    private static void outcome(DataOutputStream out, Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.Completed(var units) -> {
                text(out, "COMPLETED");
                out.writeLong(units);
            }
            case Outcome.Refused(var reason, var detail) -> {
                text(out, "REFUSED");
                text(out, reason.name());
                text(out, detail);
            }
            case Outcome.Failed(var blame, var detail) -> {
                text(out, "FAILED");
                text(out, blame.name());
                text(out, detail);
            }
        }
    }

    private static Outcome outcome(DataInputStream in) throws IOException {
        return switch (text(in)) {
            case "COMPLETED" -> new Outcome.Completed(in.readLong());
            case "REFUSED" -> new Outcome.Refused(Outcome.Reason.valueOf(text(in)), text(in));
            case "FAILED" -> new Outcome.Failed(Outcome.Blame.valueOf(text(in)), text(in));
            default -> throw new IOException("not an outcome");
        };
    }

    private interface Put<T> {
        void put(DataOutputStream out, T value) throws IOException;
    }

    private interface Get<T> {
        T get(DataInputStream in) throws IOException;
    }

    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Body body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        body.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static <T> T parse(ByteBuffer from, Get<T> get) throws IOException {
        var bytes = new byte[from.remaining()];
        from.get(bytes);
        try {
            return get.get(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            throw new IOException("a message makes no sense", e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static <T> void list(DataOutputStream out, List<T> values, Put<T> put)
            throws IOException {
        out.writeInt(values.size());
        for (var value : values) {
            put.put(out, value);
        }
    }

    private static <T> List<T> list(DataInputStream in, Get<T> get) throws IOException {
        var count = count(in);
        var values = new ArrayList<T>();
        for (int i = 0; i < count; i++) {
            values.add(get.get(in));
        }
        return List.copyOf(values);
    }

    private static <T> void map(DataOutputStream out, Map<String, T> values, Put<T> put)
            throws IOException {
        out.writeInt(values.size());
        for (var entry : values.entrySet()) {
            text(out, entry.getKey());
            put.put(out, entry.getValue());
        }
    }

    private static <T> Map<String, T> map(DataInputStream in, Get<T> get) throws IOException {
        var count = count(in);
        var values = new LinkedHashMap<String, T>();
        for (int i = 0; i < count; i++) {
            values.put(text(in), get.get(in));
        }
        return Map.copyOf(values);
    }

    private static int count(DataInputStream in) throws IOException {
        var count = in.readInt();
        if (count < 0 || count > MAX_COUNT) {
            throw new IOException("a list of " + count);
        }
        return count;
    }
}

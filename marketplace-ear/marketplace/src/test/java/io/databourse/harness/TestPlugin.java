package io.databourse.harness;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.Estimate;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A plugin that has the card of an intersection and no program: enough for the exchange's side.
public final class TestPlugin implements ComputePlugin {
    private static final Text TEXT = new Text("测试", "Test");
    private static final Disclosure DISCLOSURE =
            new Disclosure(
                    TEXT, Map.of("DATA", TEXT), List.of(), List.of(), List.of(), "none: a test");

    @Override
    public PluginCard card() {
        return new PluginCard(
                "mpc",
                "0.1.0",
                TEXT,
                TEXT,
                List.of(intersection("psi", 2), intersection("many", 3), room()));
    }

    /// @param owners who bring data
    private static TaskCard intersection(String name, int owners) {
        return new TaskCard(
                name,
                TaskCard.Kind.BATCH,
                TEXT,
                TEXT,
                "{\"properties\": {\"minimumResultSize\": {}}}",
                List.of(
                        role("DATA", owners, use("join", 1, false), use("result", 1, true)),
                        role("COMPUTE", 1)),
                List.of(),
                false,
                TaskCard.Deployment.PROXY,
                DISCLOSURE);
    }

    /// A closed room at the provider: it reads rules, and the consumer only receives.
    private static TaskCard room() {
        return new TaskCard(
                "room",
                TaskCard.Kind.BATCH,
                TEXT,
                TEXT,
                """
                {"properties": {"sql": {}, "rules": {}, "release": {}, "dryRun": {},
                    "algorithm": {}, "language": {"readOnly": true}, "script": {"readOnly": true},
                    "scriptHash": {"readOnly": true}}}
                """,
                List.of(role("DATA", 1, use("result", 1, false)), role("RESULT", 1)),
                List.of(),
                false,
                TaskCard.Deployment.CENTRAL,
                DISCLOSURE);
    }

    private static TaskCard.Role role(String name, int count, TaskCard.ColumnUse... uses) {
        return new TaskCard.Role(name, TEXT, count, count, List.of(uses), TEXT, Math.min(count, 2));
    }

    private static TaskCard.ColumnUse use(String name, int minimum, boolean receiverOnly) {
        return new TaskCard.ColumnUse(
                name, minimum, 9, Set.of(Schema.Type.STRING, Schema.Type.INTEGER), receiverOnly);
    }

    @Override
    public Plan plan(TaskRequest request) {
        boolean isRoom = request.task().equals("room");
        return (isRoom ? isRoom(request) : joins(request))
                ? new Plan.Accepted(new Estimate(1, Duration.ofSeconds(10), List.of()), DISCLOSURE)
                : new Plan.Refused(List.of(new Plan.Problem(isRoom ? "rules" : "join", TEXT)));
    }

    private static boolean joins(TaskRequest request) {
        return request.inRole("DATA").stream()
                .flatMap(each -> each.inputs().values().stream())
                .noneMatch(card -> card.columns("join").isEmpty());
    }

    private static boolean isRoom(TaskRequest request) {
        return request.parameters().text("rules").contains("minimumEntities")
                && request.inRole("RESULT").getFirst().inputs().isEmpty()
                && request.inRole("DATA").getFirst().inputs().values().stream()
                        .noneMatch(card -> card.columns("result").isEmpty());
    }

    @Override
    public PartyProgram program(String task, String role) {
        throw new IllegalArgumentException("the exchange runs no program");
    }

    /// A folder with this plugin as a PF4J zip.
    public static Path zipped() throws IOException {
        Path folder = Exchange.folder("plugins");
        String name = TestPlugin.class.getName();
        String file = name.replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(folder.resolve("mpc-0.1.0.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(
                    zip,
                    "plugin.properties",
                    "plugin.id=mpc\nplugin.version=0.1.0\n".getBytes(StandardCharsets.UTF_8));
            entry(
                    zip,
                    "classes/META-INF/extensions.idx",
                    (name + "\n").getBytes(StandardCharsets.UTF_8));
            try (InputStream in = TestPlugin.class.getResourceAsStream("/" + file)) {
                entry(zip, "classes/" + file, java.util.Objects.requireNonNull(in).readAllBytes());
            }
        }
        return folder;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}

package io.databourse.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.databourse.launcher.part.DemoNode;
import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The sample's files, and what jobs left at the buyer's node.
final class OilFiles {
    private final Settings settings;

    OilFiles(Settings settings) {
        this.settings = settings;
    }

    JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(text(name));
        } catch (IOException e) {
            throw new Fault("cannot read " + name, e);
        }
    }

    String text(String name) {
        Path file = settings.root().resolve("samples/s11-oil").resolve(name);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Fault("cannot read " + file, e);
        }
    }

    /// The file of a job's result at the bank's node.
    List<String> result(String job, String name) {
        Path file = results(DemoNode.BANK, job).resolve(name);
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new Fault("cannot read the result " + file, e);
        }
    }

    /// Whether the node has anything of the job among its results.
    boolean holds(DemoNode node, String job) {
        Path folder = results(node, job);
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new Fault("cannot look into " + folder, e);
        }
    }

    private Path results(DemoNode node, String job) {
        return settings.home().node(node.folder()).resolve("results").resolve(job);
    }
}

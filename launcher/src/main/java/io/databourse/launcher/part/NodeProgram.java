package io.databourse.launcher.part;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/// The node as it was built, copied out of the build's folder: the next build replaces its jars,
/// and a JVM that has them open would fail at the next class it loads.
final class NodeProgram {

    private static final String JAR = "node-0.1.0.jar";

    /// Native libraries are loaded once at the start and are large, so they are linked.
    private static final long LARGE = 16L << 20;

    private final Path built;
    private final Path programs;

    NodeProgram(Settings settings) {
        built = settings.root().resolve("node/target");
        programs = settings.home().node("program");
    }

    /// Tells one build from the next.
    String build() {
        return Build.of(built.resolve(JAR));
    }

    /// The jar of this build's copy; the copies of earlier builds go when no node runs from them.
    Path copied(boolean othersRun) {
        if (!Files.exists(built.resolve(JAR))) {
            throw new Fault("the node was not built: " + built.resolve(JAR) + " is missing");
        }
        Path program = programs.resolve(build());
        if (!Files.exists(program.resolve(JAR))) {
            if (!othersRun) {
                Servers.delete(programs);
            }
            try {
                copy(built.resolve("lib"), program.resolve("lib"));
                Files.copy(
                        built.resolve("node-0.1.0-child.jar"),
                        program.resolve("node-0.1.0-child.jar"));
                Files.copy(built.resolve(JAR), program.resolve(JAR));
            } catch (IOException e) {
                throw new Fault("cannot copy the node's program", e);
            }
        }
        return program.resolve(JAR);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any)
                            throws IOException {
                        Files.createDirectories(to.resolve(from.relativize(folder)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Path place = to.resolve(from.relativize(file));
                        Files.deleteIfExists(place);
                        if (attributes.size() > LARGE) {
                            Files.createSymbolicLink(place, file);
                        } else {
                            Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}

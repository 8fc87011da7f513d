package io.databourse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BourseScriptTest {

    private static final Path SCRIPT = Path.of("..", "bourse").toAbsolutePath().normalize();

    @TempDir Path folder;

    @Test
    void help_names_every_command() throws Exception {
        Answer answer = run(List.of(SCRIPT.toString(), "help"));

        assertThat(answer.code()).isZero();
        assertThat(answer.output())
                .contains(
                        "demo", "up", "down", "status", "logs", "test", "bench", "reset", "verify",
                        "protect", "node");
    }

    @Test
    void an_unknown_command_is_answered_with_the_help_and_2() throws Exception {
        Answer answer = run(List.of(SCRIPT.toString(), "sell"));

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.output()).contains("there is no command sell").contains("./bourse demo");
    }

    @Test
    void help_on_a_command_is_given_without_a_build() throws Exception {
        Answer psi = bench("psi", "--help");
        assertThat(psi.code()).isZero();
        assertThat(psi.output())
                .contains("[--only CASE]", "proxy-1M")
                .doesNotContain("hot-account");

        Answer demo = run(List.of(SCRIPT.toString(), "demo", "--help"));
        assertThat(demo.code()).isZero();
        assertThat(demo.output()).contains("./bourse demo oil").doesNotContain("./bourse down");
    }

    @Test
    void a_benchmark_that_is_not_there_is_refused_before_a_build() throws Exception {
        assertThat(bench("psy").code()).isEqualTo(1);
        assertThat(bench("psy").output()).contains("no benchmark psy", "./bourse bench --help");
    }

    @Test
    void a_sandbox_without_an_image_is_told_what_there_is_before_a_build() throws Exception {
        Answer answer = run(List.of(SCRIPT.toString(), "sandbox"));

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.output()).contains("./bourse sandbox image build|verify");
    }

    private static Answer bench(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString(), "bench"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    @Test
    void a_node_that_is_not_there_and_a_command_that_it_has_not_are_said() throws Exception {
        Files.createDirectories(folder.resolve("nodes/oil"));
        Files.writeString(folder.resolve("nodes/oil/node.properties"), "");
        String call = "source '" + SCRIPT + "'; BOURSE_HOME='" + folder + "' node_command ";

        assertThat(run(List.of("bash", "-c", call + "gold review list")).output())
                .contains("there is no node gold");
        assertThat(run(List.of("bash", "-c", call + "../oil status")).output())
                .contains("say which node");
        assertThat(run(List.of("bash", "-c", call + "oil run")).output())
                .contains("a node's commands are status and review");
    }

    @Test
    void the_release_of_a_jdk_is_read_from_its_release_file() throws Exception {
        assertThat(feature("25.0.1")).isEqualTo("25");
        assertThat(feature("26")).isEqualTo("26");
        assertThat(feature("17.0.15")).isEqualTo("17");
    }

    @Test
    void the_release_of_an_early_access_jdk_is_its_number() throws Exception {
        assertThat(feature("26-ea")).isEqualTo("26");
    }

    @Test
    void a_jre_without_a_compiler_is_not_taken() throws Exception {
        Path jdk = jdk("25.0.1");
        Files.delete(jdk.resolve("bin/javac"));

        assertThat(feature(jdk)).isEmpty();
    }

    @Test
    void java_home_wins_when_it_is_new_enough() throws Exception {
        Path jdk = jdk("25.0.1");

        Answer answer =
                run(
                        List.of(
                                "bash",
                                "-c",
                                "source '" + SCRIPT + "'; JAVA_HOME='" + jdk + "' find_java"));

        assertThat(answer.output()).isEqualTo(jdk.toString());
    }

    private String feature(String version) throws Exception {
        return feature(jdk(version));
    }

    private static String feature(Path jdk) throws Exception {
        return run(List.of("bash", "-c", "source '" + SCRIPT + "'; java_feature '" + jdk + "'"))
                .output();
    }

    private Path jdk(String version) throws IOException {
        Path jdk = folder.resolve("jdk-" + version);
        Files.createDirectories(jdk.resolve("bin"));
        var executable =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createFile(jdk.resolve("bin/java"), executable);
        Files.createFile(jdk.resolve("bin/javac"), executable);
        Files.writeString(
                jdk.resolve("release"),
                "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private static Answer run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    private record Answer(int code, String output) {}
}

package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benches are run by hand, so nothing else tells that a change left them behind. */
class BenchSourcesTests {
    @Test
    void everyBenchThatMeasuresTheProductStillCompilesWithIt(@TempDir Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (Stream<Path> sources = Files.walk(Path.of("bench/java"));
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> all = sources.filter(one -> one.toString().endsWith(".java")).toList();
            List<String> options = List.of("-proc:none", "-parameters", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
            boolean compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(all)).call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
    }
}

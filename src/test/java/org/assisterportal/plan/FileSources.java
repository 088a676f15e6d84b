package org.assisterportal.plan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assisterportal.plan.Catalogs.Source;

/** The demo catalog's files as texts that a test may spoil. */
public final class FileSources {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public static FileSources demo(int year) {
        FileSources sources = new FileSources();
        for (String folder : List.of(String.valueOf(year), "places")) {
            try (Stream<Path> all = Files.list(Path.of("examples/plans", folder))) {
                for (Path file : all.filter(path -> path.toString().endsWith(".csv")).sorted().toList()) {
                    sources.files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    public FileSources with(String file, UnaryOperator<String> change) {
        files.compute(file, (name, bytes) -> change.apply(new String(bytes == null ? new byte[0] : bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public FileSources bytes(String file, byte[] bytes) {
        files.put(file, bytes);
        return this;
    }

    public FileSources without(String file) {
        files.remove(file);
        return this;
    }

    public List<Source> sources() {
        return files.entrySet().stream().<Source>map(file -> new Text(file.getKey(), file.getValue())).toList();
    }

    private record Text(String name, byte[] bytes) implements Source {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}

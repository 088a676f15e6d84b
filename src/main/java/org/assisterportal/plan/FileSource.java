package org.assisterportal.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A file on this machine. */
public record FileSource(Path path) implements Catalogs.Source {

    /** The CSV files of these folders, each folder's by name. */
    public static List<Catalogs.Source> in(List<Path> folders) throws IOException {
        List<Catalogs.Source> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(path -> path.toString().endsWith(".csv")).sorted().forEach(path -> files.add(new FileSource(path)));
            }
        }
        return files;
    }

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }
}

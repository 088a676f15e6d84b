package org.assisterportal.carrier.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The folders that are shared with carriers: {@code <issuer>/out} and {@code <issuer>/in}; only their owner may look into them. */
@Component
class CarrierFolders {
    private static final Pattern ISSUER = Pattern.compile("\\d{5}");
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Optional<Path> root;

    CarrierFolders(CarrierSettings settings) {
        this.root = settings.folder().isBlank() ? Optional.empty() : Optional.of(Path.of(settings.folder()));
    }

    /** What is to be written into a file. */
    interface Content {
        void write(OutputStream to) throws IOException;
    }

    boolean areSet() {
        return root.isPresent();
    }

    /** The carrier's folder of this name, made where there is none. */
    Path folder(String issuer, String name) throws IOException {
        if (!ISSUER.matcher(issuer).matches()) {
            throw new IllegalArgumentException("A carrier has five digits");
        }
        return make(root.orElseThrow().resolve(issuer).resolve(name));
    }

    Path make(Path folder) throws IOException {
        return Files.createDirectories(folder, OWN_FOLDER);
    }

    /** Whole or not at all: nobody finds a part of the file under its name, and after this it outlives a power cut. */
    void place(Path folder, String name, Content content) throws IOException {
        Path part = folder.resolve("." + name + ".part");
        Files.deleteIfExists(part);
        try {
            try (FileChannel file = FileChannel.open(part, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWN_FILE)) {
                OutputStream out = Channels.newOutputStream(file);
                content.write(out);
                out.flush();
                file.force(true);
            }
            move(part, folder.resolve(name));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Renames within the same file system, so that it happened or didn't. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(to.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** The carriers that have a folder. */
    List<String> carriers() throws IOException {
        if (!Files.isDirectory(root.orElseThrow())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root.orElseThrow())) {
            return folders.filter(Files::isDirectory).map(one -> one.getFileName().toString()).filter(ISSUER.asMatchPredicate()).sorted().toList();
        }
    }

    /** Files that lie in a folder; links and what is hidden are none. */
    List<Path> files(Path folder, int most) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    .filter(one -> !one.getFileName().toString().startsWith("."))
                    .sorted()
                    .limit(most)
                    .toList();
        }
    }
}

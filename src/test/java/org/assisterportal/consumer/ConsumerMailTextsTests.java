package org.assisterportal.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every mail that a consumer can get is in English and Spanish, with the same facts. Those about signing in are mailed
 * before anybody knows their reader's language, and hold both in one mail.
 */
class ConsumerMailTextsTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/mail");
    private static final Path SOURCES = Path.of("src/main/java/org/assisterportal");
    /** To assisters, who work in English. */
    private static final Set<String> TO_HELPERS = Set.of("proposal-answered");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern FACT = Pattern.compile("\\$\\{'?([A-Za-z.-]+)");

    private static final Pattern LINK = Pattern.compile("baseUrl(?:\\}\\)\\]| \\+ ')(/[a-z/-]+)");

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kinds that the module names in its sources, and those that begin with {@code consumer-}. */
    private static Set<String> inTheirLanguage() {
        return Stream.of("consumer", "application", "enrollment")
                .flatMap(module -> files(SOURCES.resolve(module)).stream())
                .flatMap(file -> LITERAL.matcher(read(Path.of(file))).results().map(found -> found.group(1)))
                .filter(kind -> Files.exists(TEMPLATES.resolve(kind + ".html")) && !TO_HELPERS.contains(kind))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inBothAtOnce() {
        return files(TEMPLATES).stream()
                .map(file -> Path.of(file).getFileName().toString())
                .filter(file -> file.startsWith("consumer-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> facts(String file) {
        return FACT.matcher(read(TEMPLATES.resolve(file)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyMailOfTheModuleHasBothLanguagesAndTheSameFacts() {
        assertThat(inTheirLanguage())
                .contains("authorization-given", "authorization-ended", "assister-paused", "assister-moved", "assister-back", "done-for-you", "signed-for-you", "changed-for-you");
        for (String kind : inTheirLanguage()) {
            Set<String> facts = facts(kind + ".txt");
            assertThat(facts).as(kind).contains("name");
            for (String file : new String[] {kind + ".html", kind + "_es.txt", kind + "_es.html"}) {
                assertThat(facts(file)).as(file).isEqualTo(facts);
            }
            assertThat(read(TEMPLATES.resolve(kind + "_es.html"))).as(kind).contains("<html lang=\"es\"");
        }
    }

    @Test
    void everyMailAboutSigningInSaysItInBothLanguages() {
        assertThat(inBothAtOnce()).contains("consumer-sign-up.html", "consumer-password-reset.txt", "consumer-password-changed.txt");
        for (String file : inBothAtOnce()) {
            String both = read(TEMPLATES.resolve(file));
            int spanish = both.indexOf(file.endsWith(".html") ? "<div lang=\"es\">" : "\n--\n");
            assertThat(spanish).as(file).isPositive();
            Set<String> english = facts(both.substring(0, spanish), file);
            assertThat(facts(both.substring(spanish), file)).as(file).isEqualTo(english);
        }
    }

    private static Set<String> facts(String part, String file) {
        Set<String> facts = new TreeSet<>(FACT.matcher(part).results().map(found -> found.group(1)).toList());
        assertThat(part).as(file).containsPattern("(?m)^(<p>)?(Hello|Hola)");
        return facts;
    }

    @Test
    void theirLinksLeadToPagesThatExist() {
        String routes = read(Path.of("src/test/resources/route-table.txt"));
        Set<String> paths = new TreeSet<>();
        for (String file : files(TEMPLATES)) {
            String kind = Path.of(file).getFileName().toString().replaceAll("(_es)?\\.(html|txt)$", "");
            if (kind.startsWith("consumer-") || inTheirLanguage().contains(kind)) {
                LINK.matcher(read(Path.of(file))).results().forEach(found -> paths.add(found.group(1)));
            }
        }
        assertThat(paths).contains("/account/assister", "/account/diary", "/account/sign-in");
        for (String path : paths) {
            assertThat(routes).containsPattern("(?m)^GET  " + Pattern.quote(path) + (path.endsWith("/") ? "\\{" : " +\\|"));
        }
        assertThat(routes).contains("GET  /wrong/{token}");
    }

    @Test
    void noTranslatedMailStandsWithoutItsEnglishOne() {
        for (String file : files(TEMPLATES)) {
            assertThat(Path.of(file.replace("_es.", "."))).exists();
        }
    }
}

package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that a consumer's page can show exists in English and Spanish, with the same facts in it. */
class TranslationTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path SOURCES = Path.of("src/main/java/org/assisterportal");

    /** Pages of the public door that are for consumers; all of door account are. */
    private static final Pattern CONSUMER_PAGE =
            Pattern.compile("account/.*|coverage/.*|shop/.*|layout/.*|site/(problem|directory|receipt|authorize|wrong|confirm)[a-z-]*\\.html");

    /** Files whose every text consumers may read. */
    private static final Set<String> CONSUMER_FILES = Set.of("account", "apply", "directory", "eligibility", "manage", "notice", "whatif", "plan", "propose", "shop");

    /** Classes whose message keys end on consumers' pages. */
    private static final Pattern CONSUMER_SOURCE = Pattern.compile("account/.*|application/.*|coverage/.*|consumer/.*|site/(Directory|Receipt|Confirm|Wrong)[A-Za-z]*\\.java");

    /** What is written alike in both languages. */
    private static final Set<String> ALIKE = Set.of("layout.error", "directory.zip", "account.no", "apply.talk.aloud.no", "apply.answer.NO", "apply.task.medicare", "eligibility.verdict.NO", "eligibility.program.MINNESOTACARE", "shop.no");

    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9._-]*)");
    private static final Pattern BUILT = Pattern.compile("'([a-z][A-Za-z0-9-]*\\.(?:[A-Za-z0-9-]+\\.)*)'\\s*\\+");
    private static final Pattern SAID = Pattern.compile("(?:say|key|count|msg)\\('([a-z][A-Za-z0-9._-]*[A-Za-z0-9])'");
    private static final Pattern FRAGMENT = Pattern.compile("~\\{((?:fragments|site|account|coverage|shop)/[a-z-]+)\\s*::\\s*([a-z-]+)");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9._-]*)\"");
    private static final Pattern FACT = Pattern.compile("\\{([A-Za-z0-9]+)");

    private final Map<String, String> english = texts("");
    private final Map<String, String> spanish = texts("_es");

    private static Map<String, String> texts(String suffix) {
        Map<String, String> all = new TreeMap<>();
        for (String name : files(suffix)) {
            all.putAll(read(MESSAGES.resolve(name + suffix + ".properties")));
        }
        return all;
    }

    private static List<String> files(String suffix) {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> name.contains("_") == !suffix.isEmpty())
                    .map(name -> name.replace("_es", ""))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            Properties read = new Properties();
            read.load(in);
            Map<String, String> texts = new TreeMap<>();
            read.forEach((key, text) -> texts.put(key.toString(), text.toString()));
            return texts;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyTextOfAConsumersPageIsTranslated() throws IOException {
        Set<String> wanted = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>(pages());
        assertThat(waiting).as("the pages were found").contains("layout/page.html :: ", "site/problem.html :: ");
        Set<String> seen = new TreeSet<>(waiting);
        while (!waiting.isEmpty()) {
            String[] part = waiting.remove().split(" :: ", -1);
            String page = part(Files.readString(TEMPLATES.resolve(part[0])), part[1]);
            keysOf(page, wanted);
            for (MatchResult used : FRAGMENT.matcher(page).results().toList()) {
                String next = used.group(1) + ".html :: " + used.group(2);
                if (seen.add(next)) {
                    waiting.add(next);
                }
            }
        }
        assertThat(wanted).as("keys were found").contains("layout.skip", "problem.not-found.what", "session.stay");
        wanted.removeAll(spanish.keySet());
        assertThat(wanted).as("add these to the files messages/*_es.properties").isEmpty();
    }

    @Test
    void everyTextOfAConsumersFileAndEveryKeyInACodeOfTheirsIsTranslated() throws IOException {
        Set<String> wanted = new TreeSet<>();
        for (String file : CONSUMER_FILES) {
            Path path = MESSAGES.resolve(file + ".properties");
            if (Files.exists(path)) {
                wanted.addAll(read(path).keySet());
            }
        }
        for (Path source : files(SOURCES, CONSUMER_SOURCE)) {
            for (MatchResult literal : LITERAL.matcher(Files.readString(source)).results().toList()) {
                if (english.containsKey(literal.group(1)) && literal.group(1).contains(".")) {
                    wanted.add(literal.group(1));
                }
            }
        }
        wanted.removeAll(spanish.keySet());
        assertThat(wanted).as("add these to the files messages/*_es.properties").isEmpty();
    }

    @Test
    void noTranslationStandsWithoutItsEnglishTextOrInAnotherFile() {
        for (String file : files("_es")) {
            assertThat(read(MESSAGES.resolve(file + ".properties")).keySet())
                    .as(file)
                    .containsAll(read(MESSAGES.resolve(file + "_es.properties")).keySet());
        }
    }

    @Test
    void aTranslationHasTheFactsOfItsEnglishText() {
        spanish.forEach(
                (key, text) -> assertThat(facts(text)).as(key).isEqualTo(facts(english.getOrDefault(key, ""))));
    }

    @Test
    void aTranslationIsNotTheEnglishTextAgain() {
        Set<String> same =
                spanish.entrySet().stream()
                        .filter(text -> text.getValue().equals(english.get(text.getKey())))
                        .filter(text -> text.getValue().chars().anyMatch(Character::isLetter))
                        .map(Map.Entry::getKey)
                        .filter(key -> !ALIKE.contains(key))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(same).isEmpty();
    }

    private static Set<String> facts(String text) {
        return FACT.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> pages() throws IOException {
        return files(TEMPLATES, CONSUMER_PAGE).stream()
                .map(file -> TEMPLATES.relativize(file).toString() + " :: ")
                .toList();
    }

    private static List<Path> files(Path root, Pattern wanted) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> wanted.matcher(root.relativize(file).toString()).matches())
                    .toList();
        }
    }

    private void keysOf(String page, Set<String> keys) {
        KEY.matcher(page).results().map(found -> found.group(1)).forEach(keys::add);
        SAID.matcher(page).results().map(found -> found.group(1)).filter(english::containsKey).forEach(keys::add);
        // A key whose end is only known when the page is made: every text that begins so may be shown.
        for (MatchResult built : BUILT.matcher(page).results().toList()) {
            english.keySet().stream().filter(key -> key.startsWith(built.group(1))).forEach(keys::add);
        }
    }

    /** One fragment of a file: from its name to the next one's; all of the file where no name is given. */
    private static String part(String page, String fragment) {
        if (fragment.isEmpty()) {
            return page;
        }
        Matcher start = Pattern.compile("th:fragment=\"" + fragment + "[\"(]").matcher(page);
        if (!start.find()) {
            return page;
        }
        int end = page.indexOf("th:fragment=\"", start.end());
        return page.substring(page.lastIndexOf('<', start.start()), end < 0 ? page.length() : end);
    }
}

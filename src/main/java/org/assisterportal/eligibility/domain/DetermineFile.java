package org.assisterportal.eligibility.domain;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.assisterportal.eligibility.Change;
import org.assisterportal.eligibility.CreditHousehold;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.Finding;
import org.assisterportal.eligibility.PersonAnswer;
import org.assisterportal.eligibility.Problem;
import org.assisterportal.eligibility.ProgramAnswer;
import org.assisterportal.eligibility.Sentence.Speech;
import org.assisterportal.shared.LongDay;

/** Prints the determination of a household in a file, rule by rule, without starting the product: {@code bin/determine}. */
final class DetermineFile {
    private static final int USAGE = 64;

    private final Eligibility eligibility = new Determining();
    private final Speech speech;
    private final PrintStream out;

    DetermineFile(String language, PrintStream out) {
        this.speech = new FileSpeech(language);
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length < 1 || arguments.length > 2) {
            out.println("bin/determine FILE [es]");
            System.exit(USAGE);
        }
        try {
            String language = arguments.length == 2 ? arguments[1] : "en";
            boolean determined = new DetermineFile(language, out).print(Files.readString(Path.of(arguments[0])));
            System.exit(determined ? 0 : 1);
        } catch (IllegalArgumentException e) {
            out.println(arguments[0] + ": " + e.getMessage());
            System.exit(1);
        }
    }

    /** Whether it could be determined. */
    boolean print(String household) {
        return switch (eligibility.determine(eligibility.read(household))) {
            case Eligibility.Determined determined -> {
                print(determined.determination());
                yield true;
            }
            case Eligibility.RulesNotLoaded missing -> {
                out.println(missing.said(speech));
                yield false;
            }
            case Eligibility.Inconsistent inconsistent -> {
                for (Problem problem : inconsistent.problems()) {
                    out.println(problem.person() + ": " + problem.said(speech));
                }
                yield false;
            }
        };
    }

    private void print(Determination determination) {
        out.println(determination.facts().planYear() + " · " + determination.facts().day() + " · " + determination.rules());
        for (PersonAnswer person : determination.people()) {
            out.println();
            out.println(person.person());
            for (ProgramAnswer answer : person.ladder()) {
                print(answer);
            }
        }
        for (CreditHousehold household : determination.taxHouseholds()) {
            out.println();
            out.println(
                    speech.text(
                            "eligibility.print.return",
                            String.join(", ", household.household().members()),
                            household.household().income().words(),
                            household.household().percent().words()));
            if (household.rate() != null && household.contribution() != null) {
                out.println(
                        speech.text(
                                "eligibility.print.contribution",
                                household.rate().words(),
                                household.contribution().words(),
                                String.join(", ", household.eligible())));
            }
        }
    }

    private void print(ProgramAnswer answer) {
        String program = speech.text("eligibility.program." + answer.program().name());
        String verdict = speech.text("eligibility.verdict." + answer.verdict().name());
        String from = answer.from() == null ? "" : " · " + speech.text("eligibility.from", speech.day(answer.from()));
        out.println("  " + program + ": " + verdict + from);
        for (Finding finding : answer.findings()) {
            String mark =
                    switch (finding.result()) {
                        case MET -> "+";
                        case NOT_MET -> "-";
                        case UNKNOWN -> "?";
                        case NOTED -> " ";
                    };
            out.println("    " + mark + " " + finding.said(speech) + " [" + finding.rule().citation() + "]");
        }
        for (Change change : answer.changes()) {
            out.println("    > " + change.said(speech));
        }
    }

    /** Speaks from the message files on the class path; people are called by their keys. */
    private static final class FileSpeech implements Speech {
        private final Properties words = new Properties();
        private final Locale reader;

        FileSpeech(String language) {
            String suffix = language.equals("es") ? "_es" : "";
            reader = Locale.of(language);
            try (Reader in =
                    new InputStreamReader(
                            Objects.requireNonNull(
                                    DetermineFile.class.getResourceAsStream("/messages/eligibility" + suffix + ".properties")),
                            StandardCharsets.UTF_8)) {
                words.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String name(String key) {
            return key;
        }

        @Override
        public String text(String message, Object... facts) {
            String text = Objects.requireNonNull(words.getProperty(message), message);
            return facts.length == 0 ? text : new MessageFormat(text, Locale.US).format(facts);
        }

        @Override
        public String day(LocalDate day) {
            return LongDay.of(day, reader);
        }
    }
}

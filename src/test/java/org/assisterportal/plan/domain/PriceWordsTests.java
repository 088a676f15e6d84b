package org.assisterportal.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.assisterportal.eligibility.Sentence;
import org.assisterportal.plan.Buyers;
import org.assisterportal.plan.Price;
import org.assisterportal.plan.PriceLine;
import org.assisterportal.plan.Pricing;
import org.assisterportal.plan.Quote;
import org.junit.jupiter.api.Test;

/** A price explains itself, in both languages. */
class PriceWordsTests {
    private static final Pricing PRICING = new Reckoning(new YearShelf());
    private static final Market MARKET = new Market();

    @Test
    void aPriceSaysEachPersonTheSumTheCreditAndWhatIsPaid() throws IOException {
        Buyers buyers = Market.buyers("2026-01-01", "a 1985-06-15 tobacco credit | b 1965-06-15 credit", "400.00", "");
        Quote quote = PRICING.quote(MARKET.in(8), buyers, MARKET.choices("S3:a b"));
        assertThat(said(quote, "plan.properties"))
                .containsExactly(
                        "a is 40 on 2026-01-01 and uses tobacco. In rating area 8 the carrier's price for age 40 with tobacco is $584.69 a month.",
                        "b is 60 on 2026-01-01. In rating area 8 the carrier's price for age 60 is $827.77 a month.",
                        "Together the plan costs $1,412.46 a month.",
                        "The credit is measured by the second-lowest silver plan where you live for a, b: S1. Its price for essential benefits,"
                                + " without tobacco, is $1,197.60.",
                        "$1,197.60 less $400, which your household is expected to pay, is $797.60: the most credit a month.",
                        "$1,412.46 less $797.60 credit: you pay $614.86 a month.");
    }

    @Test
    void everyCaseIsExplainedInEnglishAndSpanish() throws IOException {
        Set<String> used = new HashSet<>();
        for (NamedCsvRecord row : Market.rows("cases.csv")) {
            Buyers buyers =
                    Market.buyers(row.getField("effective"), row.getField("people"), row.getField("contribution"), row.getField("wanted"));
            Quote quote = PRICING.quote(MARKET.in(Integer.parseInt(row.getField("area"))), buyers, MARKET.choices(row.getField("choices")));
            for (String file : List.of("plan.properties", "plan_es.properties")) {
                assertThat(said(quote, file)).allSatisfy(line -> assertThat(line).doesNotContain("{", "plan.why"));
            }
            for (Price price : quote.prices()) {
                List<PriceLine> lines = PRICING.why(quote, price);
                lines.forEach(line -> used.add(line.message()));
                assertThat(lines.stream().map(PriceLine::message)).contains("plan.why.sum", "plan.why.net");
            }
        }
        Set<String> written = new HashSet<>();
        words("plan.properties").stringPropertyNames().stream().filter(key -> key.startsWith("plan.why")).forEach(written::add);
        assertThat(used).isEqualTo(written);
    }

    private static List<String> said(Quote quote, String file) throws IOException {
        Sentence.Speech speech = new KeySpeech(words(file));
        return quote.prices().stream().flatMap(price -> PRICING.why(quote, price).stream()).map(line -> line.said(speech)).toList();
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/messages", file))) {
            words.load(in);
        }
        return words;
    }

    /** Calls people by their keys. */
    private record KeySpeech(Properties words) implements Sentence.Speech {
        @Override
        public String name(String key) {
            return key;
        }

        @Override
        public String text(String message, Object... facts) {
            return new MessageFormat(Objects.requireNonNull(words.getProperty(message), message), Locale.US).format(facts);
        }

        @Override
        public String day(LocalDate day) {
            return day.toString();
        }
    }
}

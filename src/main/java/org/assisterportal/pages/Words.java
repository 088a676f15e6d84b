package org.assisterportal.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.certification.CertificationStanding;
import org.assisterportal.certification.CertificationStatus;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.PageOf;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How pages say sentences with facts, and days and times in Minnesota's zone. */
@Component("words")
public class Words {
    private static final Calendar ENGLISH = new Calendar(Languages.ENGLISH, "MMM d", ", yyyy", ", h:mm a");
    private static final Calendar SPANISH = new Calendar(Languages.SPANISH, "d 'de' MMMM", " 'de' yyyy", ", h:mm a");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final int MOST_DAYS = 2_000;

    private static final Pattern REFERENCE_NUMBER = Pattern.compile("\\d{7}");

    private final MessageSource messages;
    private final Clock clock;

    Words(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** How days are written in one language; a list says few days very often. */
    private record Calendar(
            DateTimeFormatter day, DateTimeFormatter near, DateTimeFormatter time, Map<LocalDate, String> written) {
        Calendar(Locale language, String day, String year, String hour) {
            this(
                    DateTimeFormatter.ofPattern(day + year, language), DateTimeFormatter.ofPattern(day, language),
                    DateTimeFormatter.ofPattern(day + year + hour, language), new ConcurrentHashMap<>());
        }

        String say(LocalDate one) {
            if (written.size() > MOST_DAYS) {
                written.clear();
            }
            return written.computeIfAbsent(one, day::format);
        }
    }

    private static Calendar calendar() {
        return Languages.current().getLanguage().equals("es") ? SPANISH : ENGLISH;
    }

    /** The message with its facts; ISO days among them are written out. */
    public String say(String key, List<String> facts) {
        return messages.getMessage(key, facts.stream().map(Words::written).toArray(), Languages.current());
    }

    /** The message in a language that need not be the page's. */
    public String in(Locale language, String key, List<String> facts) {
        return messages.getMessage(key, facts.toArray(), language);
    }

    // Facts may be what a person typed, which looks like a day now and then and is none.
    private static String written(String fact) {
        if (!ISO_DAY.matcher(fact).matches()) {
            return fact;
        }
        try {
            return calendar().say(LocalDate.parse(fact));
        } catch (DateTimeParseException e) {
            return fact;
        }
    }

    /** The message with a number, which may choose its wording. */
    public String count(String key, long number) {
        return messages.getMessage(key, new Object[] {number}, Languages.current());
    }

    /** A roster's languages, each as the reader calls it where there is a word, one after the other. */
    public String languages(String ofRoster) {
        return Arrays.stream(ofRoster.split("; ")).map(this::language).collect(Collectors.joining(", "));
    }

    /** A language's name in the reader's language, or as it was typed. */
    public String language(String name) {
        String key = "directory.language." + name.toLowerCase(Locale.ROOT).replace(' ', '-');
        String said = messages.getMessage(key, null, name, Languages.current());
        return said == null ? name : said;
    }

    /** The message of a key, or what stands for it where it has none. */
    public String either(String key, String otherwise) {
        String said = messages.getMessage(key, null, otherwise, Languages.current());
        return said == null ? otherwise : said;
    }

    /** The first of these keys that has a text, with the facts. */
    public String first(List<String> keys, List<String> facts) {
        return say(keys.stream().filter(key -> messages.getMessage(key, null, null, Languages.current()) != null).findFirst().orElseThrow(), facts);
    }

    /** A number of people; lists count so far and no further. */
    public String counted(long people) {
        return people < PageOf.COUNTED_TO ? String.valueOf(people) : count("access.counted.many", people);
    }

    /** The message of a key without facts. */
    public String key(String key) {
        return messages.getMessage(key, null, Languages.current());
    }

    /** A person's certification and access in a sentence or two. */
    public String sentence(AccessStanding standing) {
        CertificationStanding certification = standing.certification();
        String certified =
                certification.status() == CertificationStatus.CERTIFIED
                        ? say("access.sentence.certified", List.of(day(certification.expiresOn())))
                        : say("access.sentence." + certification.status(), List.of());
        String again = standing.reinstatable() ? ".reinstatable" : "";
        return certified + " " + say("access.sentence." + standing.state() + again, List.of(day(standing.stateSince())));
    }

    /** A file's size as people say it. */
    public String size(long bytes) {
        long kilobytes = Math.max(1, (bytes + 512) / 1024);
        return kilobytes < 1024
                ? kilobytes + " KB"
                : String.format(Languages.current(), "%.1f MB", kilobytes / 1024.0);
    }

    public String day(@Nullable Object when) {
        LocalDate day = dayOf(when);
        return day == null ? "" : calendar().say(day);
    }

    private static @Nullable LocalDate dayOf(@Nullable Object when) {
        return when instanceof Instant instant
                ? LocalDate.ofInstant(instant, Minnesota.ZONE)
                : when instanceof LocalDate date ? date : null;
    }

    /** A day with how far it is from today, without the year where it is this one: {@code Nov 12, 4 days ago}. */
    public String dayAndDistance(@Nullable Object when) {
        LocalDate day = dayOf(when);
        if (day == null) {
            return "";
        }
        LocalDate today = Minnesota.today(clock);
        String said = day.getYear() == today.getYear() ? calendar().near().format(day) : calendar().say(day);
        long past = ChronoUnit.DAYS.between(day, today);
        return messages.getMessage(
                past < 0 ? "words.ahead" : "words.ago", new Object[] {said, Math.abs(past)}, Languages.current());
    }

    /** Today in Minnesota. */
    public String today() {
        return day(Minnesota.today(clock));
    }

    public String time(@Nullable Instant when) {
        return when == null ? "" : calendar().time().format(when.atZone(Minnesota.ZONE));
    }

    /** A reference number as people read it out, {@code 412 6083}; other numbers as they are. */
    public String grouped(String number) {
        return REFERENCE_NUMBER.matcher(number).matches() ? number.substring(0, 3) + " " + number.substring(3) : number;
    }

    /** A receipt's code in groups of four, {@code BCDF GH23 JKMN}. */
    public String inFours(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Whole days between the moment's day and today, in Minnesota. */
    public long daysSince(Instant when) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(when, Minnesota.ZONE), Minnesota.today(clock));
    }
}

package org.assisterportal.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
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
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm a", Locale.US);
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final int MOST_DAYS = 2_000;

    private static final Pattern REFERENCE_NUMBER = Pattern.compile("\\d{7}");

    private final MessageSource messages;
    private final Clock clock;
    // A list says few days very often.
    private final Map<LocalDate, String> days = new ConcurrentHashMap<>();

    Words(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The message with its facts; ISO days among them are written out. */
    public String say(String key, List<String> facts) {
        return messages.getMessage(key, facts.stream().map(Words::written).toArray(), Locale.US);
    }

    // Facts may be what a person typed, which looks like a day now and then and is none.
    private static String written(String fact) {
        if (!ISO_DAY.matcher(fact).matches()) {
            return fact;
        }
        try {
            return DAY.format(LocalDate.parse(fact));
        } catch (DateTimeParseException e) {
            return fact;
        }
    }

    /** The message with a number, which may choose its wording. */
    public String count(String key, long number) {
        return messages.getMessage(key, new Object[] {number}, Locale.US);
    }

    /** A number of people; lists count so far and no further. */
    public String counted(long people) {
        return people < PageOf.COUNTED_TO ? String.valueOf(people) : count("access.counted.many", people);
    }

    /** The message of a key without facts. */
    public String key(String key) {
        return messages.getMessage(key, null, Locale.US);
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

    public String day(@Nullable Object when) {
        LocalDate day =
                when instanceof Instant instant
                        ? LocalDate.ofInstant(instant, Minnesota.ZONE)
                        : when instanceof LocalDate date ? date : null;
        if (day == null) {
            return "";
        }
        if (days.size() > MOST_DAYS) {
            days.clear();
        }
        return days.computeIfAbsent(day, DAY::format);
    }

    /** Today in Minnesota. */
    public String today() {
        return day(Minnesota.today(clock));
    }

    public String time(@Nullable Instant when) {
        return when == null ? "" : TIME.format(when.atZone(Minnesota.ZONE));
    }

    /** A reference number as people read it out, {@code 412 6083}; other numbers as they are. */
    public String grouped(String number) {
        return REFERENCE_NUMBER.matcher(number).matches() ? number.substring(0, 3) + " " + number.substring(3) : number;
    }

    /** Whole days between the moment's day and today, in Minnesota. */
    public long daysSince(Instant when) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(when, Minnesota.ZONE), Minnesota.today(clock));
    }
}

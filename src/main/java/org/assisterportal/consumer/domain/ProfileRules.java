package org.assisterportal.consumer.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.assisterportal.agency.States;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Profile.Address;
import org.assisterportal.shared.PersonName;
import org.jspecify.annotations.Nullable;

/** What a profile's form must be; each refusal is a message key with its remedy. */
final class ProfileRules {
    private static final int NAME = 80;
    private static final int LINE = 120;
    static final Set<String> PAGE_LANGUAGES = Set.of("en", "es");
    private static final Pattern ZIP = Pattern.compile("\\d{5}(-\\d{4})?");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final List<DateTimeFormatter> DAYS =
            List.of(
                    DateTimeFormatter.ISO_LOCAL_DATE,
                    written("M/d/uuuu"), written("MMM d, uuuu"), written("MMMM d, uuuu"));

    private final List<String> counties;
    private final LocalDate today;
    private final Map<String, String> cells = new HashMap<>();
    private final Map<String, String> problems = new LinkedHashMap<>();

    ProfileRules(List<String> counties, LocalDate today) {
        this.counties = counties;
        this.today = today;
    }

    /** A form that was read; the address is null when it was left empty, or when the form has none of it. */
    record Read(
            String firstName, String lastName, @Nullable LocalDate birthDate, String phone, String language,
            String interpreter, @Nullable Address address) {}

    Map<String, String> problems() {
        return Map.copyOf(problems);
    }

    Optional<Read> read(Map<String, String> form) {
        problems.clear();
        cells.clear();
        Consumers.FIELDS.forEach(field -> cells.put(field, tidy(form.getOrDefault(field, ""))));
        cells.forEach((field, value) -> {
            if (value.codePoints().anyMatch(ProfileRules::unseen)) {
                problems.put(field, "profile.problem.characters");
            }
        });
        String language = cell("language");
        if (!PAGE_LANGUAGES.contains(language)) {
            problems.put("language", "profile.problem.language");
        }
        Read read =
                new Read(
                        name("first-name"), name("last-name"), birthDate(),
                        phone(), language, text("interpreter", NAME, false), address());
        return problems.isEmpty() ? Optional.of(read) : Optional.empty();
    }

    private String cell(String field) {
        return cells.getOrDefault(field, "");
    }

    private String text(String field, int longest, boolean needed) {
        String value = cell(field);
        if (value.isEmpty() && needed) {
            problems.putIfAbsent(field, "profile.problem.needed");
        } else if (value.length() > longest) {
            problems.putIfAbsent(field, "profile.problem.long");
        }
        return value;
    }

    private String name(String field) {
        String value = text(field, NAME, true);
        if (!value.isEmpty() && value.length() <= NAME && !PersonName.isName(value)) {
            problems.putIfAbsent(field, "profile.problem.name");
        }
        return value;
    }

    private @Nullable LocalDate birthDate() {
        String value = cell("birth-date");
        if (value.isEmpty()) {
            return null;
        }
        LocalDate day = day(value).orElse(null);
        if (day == null) {
            problems.putIfAbsent("birth-date", "profile.problem.date");
        } else if (day.isAfter(today) || day.isBefore(EARLIEST)) {
            problems.putIfAbsent("birth-date", "profile.problem.born");
        }
        return day;
    }

    private static DateTimeFormatter written(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** A day as people type it, 1990-05-17 or 5/17/1990, or as pages say it, May 17, 1990. */
    static Optional<LocalDate> day(String text) {
        for (DateTimeFormatter format : DAYS) {
            try {
                return Optional.of(LocalDate.parse(text, format));
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }

    private String phone() {
        String value = cell("phone");
        if (value.isEmpty()) {
            return "";
        }
        String digits = value.replaceAll("[\\s().+-]", "");
        if (digits.length() == 11 && digits.startsWith("1")) {
            digits = digits.substring(1);
        }
        if (!digits.matches("[2-9]\\d{9}")) {
            problems.putIfAbsent("phone", "profile.problem.phone");
            return value;
        }
        return digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6);
    }

    private @Nullable Address address() {
        boolean any = List.of("street", "city", "zip").stream().anyMatch(field -> !cell(field).isEmpty());
        if (!any) {
            return null;
        }
        String zip = text("zip", LINE, true);
        if (!zip.isEmpty() && !ZIP.matcher(zip).matches()) {
            problems.putIfAbsent("zip", "profile.problem.zip");
        }
        String state = States.code(cell("state").isEmpty() ? "MN" : cell("state")).orElse("");
        if (state.isEmpty()) {
            problems.putIfAbsent("state", "profile.problem.state");
        }
        String county = cell("county");
        if (state.equals("MN") && !counties.contains(county)) {
            problems.putIfAbsent("county", "profile.problem.county");
        }
        return new Address(
                text("street", LINE, true), text("city", NAME, true), state, zip, county,
                cell("confidential").equals("true"));
    }

    // Invisible and direction-changing characters have no place in a name or an address.
    private static boolean unseen(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED || type == Character.SURROGATE;
    }

    private static String tidy(String value) {
        return value.replace('\u00a0', ' ').strip().replaceAll(" {2,}", " ");
    }
}

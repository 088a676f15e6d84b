package org.assisterportal.carrier.domain;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.assisterportal.eligibility.Money;
import org.assisterportal.enrollment.CarrierEvent;
import org.assisterportal.enrollment.CarrierEvent.Amount;
import org.assisterportal.enrollment.CarrierEvent.Home;
import org.assisterportal.enrollment.CarrierEvent.Insured;
import org.assisterportal.enrollment.CarrierEvent.Mailing;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;

/** One event as a transaction set: who the household and the carrier are, then a loop for each person of the event. */
final class PolicySet {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);
    private static final int LONGEST_LINE = 55;
    private static final String EXCHANGE = "MN0";

    private final Segments file;
    private final CarrierEvent event;
    private final String control;
    private int category;

    PolicySet(Segments file, CarrierEvent event) {
        this.file = file;
        this.event = event;
        this.control = control(event.number());
    }

    /** A set's control number is its event's, so it is never given twice. */
    static String control(long event) {
        return padded(event, 4);
    }

    void write() {
        int before = file.written();
        file.put("ST", "834", control, X12.ENROLLMENT);
        ZonedDateTime at = event.at().atZone(Minnesota.ZONE);
        file.put("BGN", "00", control, day(at.toLocalDate()), MINUTE.format(at), "CT", "", "", "2");
        file.put("REF", "38", event.policy());
        Insured subscriber = event.people().getFirst();
        date("007", effective(subscriber));
        file.put("N1", "P5", name(subscriber), "94", subscriber.number());
        file.put("N1", "IN", "", "94", event.issuer());
        for (Insured person : event.people()) {
            member(subscriber, person);
        }
        file.put("SE", String.valueOf(file.written() - before + 1), control);
    }

    private LocalDate effective(Insured subscriber) {
        return event.people().stream()
                .map(person -> Codes.end(person))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(Codes.since(event, subscriber));
    }

    private void member(Insured subscriber, Insured person) {
        String maintenance = Codes.maintenance(person);
        String work = !person.isSubscriber() ? "" : maintenance.equals(Codes.TERMINATION) ? "TE" : "AC";
        file.put(
                "INS", person.isSubscriber() ? "Y" : "N", Codes.relation(person.kin()), maintenance, Codes.reason(maintenance, person.reason()),
                "A", "", "", work);
        file.put("REF", "0F", subscriber.number());
        file.put("REF", "1L", event.policy());
        file.put("REF", "17", person.number());
        if (event.formerSubscriber() != null) {
            file.put("REF", "Q4", event.formerSubscriber());
        }
        date("356", person.from());
        LocalDate end = Codes.end(person);
        if (end != null) {
            date("357", end);
        }
        who(person);
        coverage(person, maintenance, end);
        categories(person, maintenance);
    }

    private void who(Insured person) {
        String ssn = person.ssn();
        file.put(
                "NM1", "IL", "1", PlainText.of(person.lastName(), 60), PlainText.of(person.firstName(), 35), "", "", "",
                ssn == null ? "" : "34", ssn == null ? "" : ssn);
        Home home = event.home();
        if (person.isSubscriber()) {
            reached("IP", digits(home.phone()), home.email());
        }
        street(home.street());
        file.put("N4", PlainText.of(home.city(), 30), "MN", home.zip().replace("-", ""), "", "CY", home.countyFips());
        file.put("DMG", "D8", day(person.born()), "U");
        file.put("HLH", person.tobacco() ? "T" : "N");
        file.put("LUI", "LE", Codes.language(home.language()), "", "7");
        Mailing mailing = home.mailing();
        if (person.isSubscriber() && mailing != null) {
            file.put("NM1", "31", "1");
            street(mailing.street());
            file.put("N4", PlainText.of(mailing.city(), 30), mailing.state(), mailing.zip());
        }
        CarrierEvent.Responsible adult = event.responsible();
        if (person.isSubscriber() && adult != null) {
            file.put("NM1", "QD", "1", PlainText.of(adult.lastName(), 60), PlainText.of(adult.firstName(), 35));
            reached("RP", digits(home.phone()), home.email());
        }
    }

    /** None where somebody has no fixed home. */
    private void street(String typed) {
        String street = PlainText.of(typed, 2 * LONGEST_LINE);
        if (!street.isEmpty()) {
            file.put(
                    "N3", PlainText.of(street, LONGEST_LINE),
                    street.length() > LONGEST_LINE ? PlainText.of(street.substring(LONGEST_LINE), LONGEST_LINE) : "");
        }
    }

    private void reached(String whose, @Nullable String phone, @Nullable String email) {
        if (phone != null && email != null) {
            file.put("PER", whose, "", "TE", phone, "EM", PlainText.of(email, 256));
        } else if (phone != null) {
            file.put("PER", whose, "", "TE", phone);
        } else if (email != null) {
            file.put("PER", whose, "", "EM", PlainText.of(email, 256));
        }
    }

    private void coverage(Insured person, String maintenance, @Nullable LocalDate end) {
        file.put("HD", maintenance, "", event.dental() ? "DEN" : "HLT");
        if (maintenance.equals(Codes.CHANGE)) {
            date("303", Codes.since(event, person));
        }
        date("348", person.from());
        if (end != null) {
            date("349", end);
        }
        file.put("REF", "CE", event.plan().value() + event.variant().variant());
    }

    private void categories(Insured person, String maintenance) {
        if (maintenance.equals(Codes.TERMINATION)) {
            return;
        }
        category = 0;
        file.put("LS", "2700");
        LocalDate since = Codes.since(event, person);
        category("PRE AMT 1", "9X", amount(person.premium()), since);
        if (person.isSubscriber()) {
            for (Amount amount : event.amounts()) {
                category("PRE AMT TOT", "9X", amount(amount.premium()), amount.from());
                category("TOT RES AMT", "9V", amount(amount.owed()), amount.from());
                category("APTC AMT", "9V", amount(amount.credit()), amount.from());
            }
            category("RATING AREA", "9X", "R-MN" + padded(event.home().ratingArea(), 3), since);
            category("SOURCE EXCHANGE ID", "17", EXCHANGE, null);
        }
        if (maintenance.equals(Codes.ADDITION)) {
            Optional<String> special = Codes.specialEnrollment(person.reason());
            special.ifPresent(reason -> category("SEP REASON", "17", reason, null));
        }
        file.put("LE", "2700");
    }

    private void category(String name, String qualifier, String value, @Nullable LocalDate from) {
        file.put("LX", String.valueOf(++category));
        file.put("N1", "75", name);
        file.put("REF", qualifier, value);
        if (from != null) {
            date("007", from);
        }
    }

    private void date(String what, LocalDate day) {
        file.put("DTP", what, "D8", day(day));
    }

    private static String day(LocalDate day) {
        return padded(day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth(), 8);
    }

    private static String padded(long number, int digits) {
        String text = String.valueOf(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private static String name(Insured person) {
        return PlainText.of(person.firstName() + " " + person.lastName(), 60);
    }

    private static String amount(Money money) {
        return money.toDecimal().toPlainString();
    }

    private static @Nullable String digits(@Nullable String phone) {
        String digits = phone == null ? "" : phone.replaceAll("\\D", "");
        return digits.isEmpty() ? null : digits;
    }
}

package org.assisterportal.enrollment.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.HeldHands;
import org.assisterportal.application.SignedVersions.Version;
import org.assisterportal.enrollment.ExemptionId;
import org.assisterportal.enrollment.Exemptions;
import org.assisterportal.plan.Pricing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes exemptions, shows them, and lets them be removed. */
@Component
class ExemptionDesk implements Exemptions {
    /** No form of it is published; notices have seven letters and digits, and a word such as PENDING, which tax forms took, is none. */
    private static final Pattern CERTIFICATE = Pattern.compile("(?=.*\\d)[A-Z0-9]{6,15}");

    private static final int DECEMBER = 12;

    private final Counter counter;
    private final ExemptionTable table;
    private final Pricing pricing;
    private final HeldHands hands;
    private final EnrollmentDiary diary;

    ExemptionDesk(Counter counter, ExemptionTable table, Pricing pricing, HeldHands hands, EnrollmentDiary diary) {
        this.counter = counter;
        this.table = table;
        this.pricing = pricing;
        this.hands = hands;
        this.diary = diary;
    }

    @Override
    @Transactional
    public Optional<Sheet> show(Hand by, ApplicationId id) {
        Optional<Version> version = counter.version(by, id);
        if (version.isPresent()) {
            hands.look(by, "enrollment.desk-shown");
        }
        return version.map(one -> sheet(by, one));
    }

    private Sheet sheet(Hand by, Version version) {
        int year = version.determination().facts().planYear();
        List<Line> lines =
                table.of(by.consumer(), year).stream()
                        .map(one -> new Line(one.id(), one.person(), version.names().getOrDefault(one.person(), ""), one.certificate(), one.from(), one.to()))
                        .filter(line -> !line.name().isEmpty())
                        .toList();
        return new Sheet(year, needing(version), lines);
    }

    private Map<String, String> needing(Version version) {
        int year = version.determination().facts().planYear();
        Map<String, String> needing = new LinkedHashMap<>();
        if (pricing.planYears().contains(year)) {
            Parties.of(version.determination(), Set.of(), Set.of(), LocalDate.of(year, 1, 1)).stream()
                    .flatMap(party -> party.buyers().people().stream())
                    .filter(buyer -> pricing.needsExemption(buyer, year))
                    .forEach(buyer -> needing.put(buyer.key(), version.names().getOrDefault(buyer.key(), "")));
        }
        return needing;
    }

    @Override
    @Transactional
    public Told tell(Hand by, ApplicationId id, String person, String certificate, int from, int to) {
        return hands.held(by, hand -> tellNow(hand, id, person, certificate.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT), from, to), Told.Stopped::new);
    }

    private Told tellNow(Hand by, ApplicationId id, String person, String certificate, int from, int to) {
        Version version = counter.version(by, id).orElse(null);
        if (version == null) {
            return new Told.Gone();
        }
        int year = version.determination().facts().planYear();
        Map<String, String> problems = new LinkedHashMap<>();
        if (!needing(version).containsKey(person)) {
            problems.put("person", "enrollment.exemption.person");
        }
        if (!CERTIFICATE.matcher(certificate).matches()) {
            problems.put("certificate", "enrollment.exemption.certificate");
        }
        if (table.of(by.consumer(), year).stream().anyMatch(one -> !one.person().equals(person) && one.certificate().equals(certificate))) {
            // Each person gets a number of their own.
            problems.put("certificate", "enrollment.exemption.anothers");
        }
        if (from < 1 || to > DECEMBER || from > to) {
            problems.put("from", "enrollment.exemption.months");
        }
        if (problems.isEmpty() && table.count(by.consumer(), year) >= MOST) {
            problems.put("certificate", "enrollment.exemption.many");
        }
        if (!problems.isEmpty()) {
            return new Told.Invalid(problems);
        }
        ExemptionTable.Entry entry =
                new ExemptionTable.Entry(
                        ExemptionTable.next(), person, year, certificate, LocalDate.of(year, from, 1), YearMonth.of(year, to).atEndOfMonth());
        List<ExemptionTable.Entry> before = table.of(by.consumer(), year).stream().filter(one -> one.person().equals(person)).toList();
        if (before.stream().noneMatch(one -> one.says(certificate, entry.from(), entry.to()))) {
            before.forEach(one -> table.remove(by, one.id()));
            table.tell(by, entry);
            diary.changed(by, "enrollment.exemption-told", String.valueOf(year));
        }
        return new Told.Done();
    }

    @Override
    @Transactional
    public Told remove(Hand by, ApplicationId id, ExemptionId exemption) {
        return hands.held(by, hand -> removeNow(hand, id, exemption), Told.Stopped::new);
    }

    private Told removeNow(Hand by, ApplicationId id, ExemptionId exemption) {
        Version version = counter.version(by, id).orElse(null);
        if (version == null || sheet(by, version).line(exemption).isEmpty()) {
            return new Told.Gone();
        }
        table.remove(by, exemption);
        diary.changed(by, "enrollment.exemption-removed", String.valueOf(version.determination().facts().planYear()));
        return new Told.Done();
    }
}

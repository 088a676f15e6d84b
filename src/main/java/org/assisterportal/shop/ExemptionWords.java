package org.assisterportal.shop;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.enrollment.Exemptions;
import org.assisterportal.pages.Languages;
import org.assisterportal.pages.Words;
import org.assisterportal.plan.Buyer;
import org.assisterportal.plan.Metal;
import org.assisterportal.plan.Pricing;
import org.springframework.stereotype.Component;

/** Says who may have a catastrophic plan, and who only with an exemption. */
@Component
class ExemptionWords {
    private final Words words;
    private final EnrollWords enroll;
    private final Pricing pricing;

    ExemptionWords(Words words, EnrollWords enroll, Pricing pricing) {
        this.words = words;
        this.enroll = enroll;
        this.pricing = pricing;
    }

    /** An exemption as it is shown. */
    public record Said(String id, String text) {}

    /** Somebody for whom one is entered. */
    public record Needing(String key, String name) {}

    List<Needing> people(Exemptions.Sheet sheet) {
        return sheet.needing().entrySet().stream().map(one -> new Needing(one.getKey(), one.getValue())).sorted((one, other) -> one.name().compareTo(other.name())).toList();
    }

    List<Said> lines(Exemptions.Sheet sheet) {
        return sheet.lines().stream().map(line -> new Said(line.id().toString(), said(line))).toList();
    }

    String said(Exemptions.Line line) {
        return words.say("enroll.exemption.line", List.of(line.name(), line.certificate(), line.from().toString(), line.to().toString()));
    }

    /** The months' names, January first. */
    List<String> months() {
        return Arrays.stream(Month.values()).map(one -> one.getDisplayName(TextStyle.FULL_STANDALONE, Languages.current())).toList();
    }

    /** What the page of choices says; empty where no catastrophic plan is sold, or nobody needs an exemption. */
    List<String> desk(Desk desk) {
        List<String> said = new ArrayList<>();
        if (sold(desk)) {
            List<Buyer> needing = desk.parties().stream().flatMap(party -> party.buyers().people().stream()).filter(one -> pricing.needsExemption(one, desk.planYear())).toList();
            say(said, "enroll.exemption.needed", desk, needing.stream().filter(one -> !one.hardship()).map(Buyer::key).toList());
            say(said, "enroll.exemption.has", desk, needing.stream().filter(Buyer::hardship).map(Buyer::key).toList());
        }
        return said;
    }

    /** Why the list for these people has no catastrophic plan; empty when it has, or none is sold. */
    List<String> list(Desk desk, List<Buyer> group) {
        List<String> said = new ArrayList<>();
        if (sold(desk)) {
            say(said, "enroll.exemption.not-listed", desk, group.stream().filter(one -> !one.hardship() && pricing.needsExemption(one, desk.planYear())).map(Buyer::key).toList());
        }
        return said;
    }

    private void say(List<String> said, String key, Desk desk, Collection<String> people) {
        if (!people.isEmpty()) {
            said.add(words.say(key, List.of(names(desk.names(), people), String.valueOf(desk.planYear()))));
        }
    }

    private String names(Map<String, String> names, Collection<String> people) {
        return enroll.list(people.stream().map(key -> names.getOrDefault(key, "")).toList());
    }

    private static boolean sold(Desk desk) {
        return desk.shelf() != null && desk.shelf().cards().stream().anyMatch(card -> card.plan().metal() == Metal.CATASTROPHIC && !card.plan().withdrawn());
    }
}

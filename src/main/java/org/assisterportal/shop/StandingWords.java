package org.assisterportal.shop;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assisterportal.enrollment.Chance;
import org.assisterportal.enrollment.Enrolled.Covered;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.Enrollments.Desk;
import org.assisterportal.pages.EnrolledWords;
import org.assisterportal.pages.Words;
import org.assisterportal.shared.Minnesota;
import org.springframework.stereotype.Component;

/** Says what a choice does to plans that a household has, in the reader's language. */
@Component
class StandingWords {
    private final Words words;
    private final ShopWords shop;
    private final Clock clock;

    StandingWords(Words words, ShopWords shop, Clock clock) {
        this.words = words;
        this.shop = shop;
        this.clock = clock;
    }

    private LocalDate today() {
        return Minnesota.today(clock);
    }

    /** The day from which a choice counts, on which its prices are compared. */
    private LocalDate from(Desk desk) {
        Chance by = desk.preview().by();
        return by == null ? today() : by.begins();
    }

    /** What ends by signing the basket. */
    List<String> ending(Desk desk) {
        return desk.preview().endings().stream()
                .map(
                        one -> {
                            String people = EnrolledWords.list(one.people().stream().map(Covered::name).toList());
                            LocalDate first = one.policy().starts();
                            return one.cancelled() && !first.isAfter(today())
                                    ? words.say("enroll.sign.undoes", List.of(one.policy().planName(), people, words.day(first)))
                                    : one.cancelled()
                                    ? words.say("enroll.sign.cancels", List.of(one.policy().planName(), people))
                                    : words.say("enroll.sign.ends", List.of(one.policy().planName(), people, words.day(one.lastDay())));
                        })
                .toList();
    }

    /** Policies that will cost another amount than now, because all of a tax household share one credit. */
    List<String> later(Desk desk) {
        List<String> said = new ArrayList<>();
        desk.standing().stream()
                .filter(policy -> desk.preview().later().containsKey(policy.number()))
                .map(
                        policy ->
                                words.say(
                                        "enroll.sign.later",
                                        List.of(policy.planName(), shop.price(policy.amount(from(desk)).net()), shop.price(Objects.requireNonNull(desk.preview().later().get(policy.number()))))))
                .forEach(said::add);
        Chance chance = desk.chance();
        if (chance != null && !desk.basket().lines().isEmpty()) {
            desk.standing().stream()
                    .map(Enrolled::starts)
                    .filter(day -> day.isAfter(chance.begins()))
                    .distinct()
                    .forEach(day -> said.add(words.say("enroll.sign.anew", List.of(words.day(day)))));
        }
        return said;
    }

    /** Policies of those who get another program now, which don't end by themselves. */
    List<String> toEnd(Desk desk) {
        List<String> said = new ArrayList<>();
        for (Enrolled policy : desk.standing()) {
            policy.coveredFrom(today()).stream()
                    .filter(one -> desk.others().containsKey(one.key()))
                    .forEach(one -> said.add(words.say("enroll.to-end", List.of(one.name(), policy.planName()))));
        }
        return said;
    }
}

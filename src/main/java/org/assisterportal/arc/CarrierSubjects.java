package org.assisterportal.arc;

import java.util.Map;
import java.util.Optional;
import org.assisterportal.application.Dossiers;
import org.assisterportal.carrier.CarrierFiles;
import org.assisterportal.carrier.CarrierStanding;
import org.assisterportal.shared.Actor;
import org.assisterportal.task.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a carrier's fault is about: which carrier, whose coverage, and where to go from there. */
@Component
class CarrierSubjects {
    private static final String TASKS = "carrier-";
    private static final String UNREAD = "carrier-unread";

    private final CarrierStanding standing;
    private final CarrierFiles files;
    private final Dossiers dossiers;

    CarrierSubjects(CarrierStanding standing, CarrierFiles files, Dossiers dossiers) {
        this.standing = standing;
        this.files = files;
        this.dossiers = dossiers;
    }

    /**
     * Whose coverage it is.
     *
     * @param application the signed version with the consumer's name; null where it isn't to be shown
     */
    record Subject(CarrierStanding.Whose whose, Dossiers.@Nullable Heading application) {}

    Optional<Subject> of(String policy, Actor officer) {
        return standing.whose(policy, officer).map(whose -> subject(whose, officer));
    }

    private Subject subject(CarrierStanding.Whose whose, Actor officer) {
        return new Subject(whose, dossiers.heading(whose.application(), officer).orElse(null));
    }

    /** What the page of a task about a carrier shows beside its facts. */
    void fill(TaskView task, Actor officer, Model model) {
        Map<String, String> facts = task.facts();
        if (!task.kind().startsWith(TASKS)) {
            return;
        }
        if (facts.containsKey("issuer")) {
            model.addAttribute("carrier", standing.carrier(facts.get("issuer")));
        }
        if (facts.containsKey("policy")) {
            of(facts.get("policy"), officer).ifPresent(subject -> model.addAttribute("subject", subject));
        }
        if (task.kind().equals(UNREAD)) {
            model.addAttribute("unread", files.unread(facts.getOrDefault("issuer", ""), task.openedAt(), task.doneAt(), officer));
        }
    }
}

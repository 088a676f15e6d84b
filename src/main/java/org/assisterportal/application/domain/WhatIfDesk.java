package org.assisterportal.application.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.WhatIf;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.eligibility.Household;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Supposes, and keeps nothing: a line says that somebody looked, and that is all that is written. */
@Component
class WhatIfDesk implements WhatIf {
    private final SignatureTable signatures;
    private final Papers papers;
    private final Hands hands;
    private final Eligibility eligibility;

    WhatIfDesk(SignatureTable signatures, Papers papers, Hands hands, Eligibility eligibility) {
        this.signatures = signatures;
        this.papers = papers;
        this.hands = hands;
        this.eligibility = eligibility;
    }

    @Override
    @Transactional
    public Supposed suppose(Hand by, ApplicationId id, Map<String, String> typed) {
        ApplicationTable.Row row = papers.find(by, id);
        hands.look(by, "application.what-if-shown");
        Sheet whole = papers.whole(row);
        Paper paper = Papers.paper(row, papers.sheet(by, row));
        if (row.status() != Paper.Status.SIGNED && (row.status() != Paper.Status.DRAFT || !Papers.paper(row, whole).isComplete())) {
            return new Supposed(paper, null, Map.of(), Map.of(), List.of(), null);
        }
        Optional<Determination> signed = signatures.find(id).map(SignatureTable.Row::determination);
        if (signed.isPresent()) {
            return suppose(paper, signed.get(), true, typed);
        }
        return switch (eligibility.determine(HouseholdFacts.of(whole))) {
            case Eligibility.Determined now -> suppose(paper, now.determination(), false, typed);
            case Eligibility.Inconsistent wrong -> new Supposed(paper, null, Map.of(), Map.of(), wrong.problems(), null);
            case Eligibility.RulesNotLoaded missing -> new Supposed(paper, null, Map.of(), Map.of(), List.of(missing), null);
        };
    }

    private Supposed suppose(Paper paper, Determination before, boolean signed, Map<String, String> typed) {
        Map<String, Own> now = new LinkedHashMap<>();
        before.facts().people().forEach(one -> now.put(one.key(), Supposition.own(one)));
        Fields fields = new Fields(typed);
        if (Supposition.isEmpty(before.facts(), fields)) {
            return new Supposed(paper, before, now, Map.of(), List.of(), null);
        }
        Household facts = Supposition.of(before.facts(), fields);
        if (!fields.problems().isEmpty()) {
            return new Supposed(paper, before, now, fields.problems(), List.of(), null);
        }
        return switch (determined(before, facts, signed)) {
            case Eligibility.Determined after -> new Supposed(paper, before, now, Map.of(), List.of(), after.determination());
            case Eligibility.Inconsistent wrong -> new Supposed(paper, before, now, Map.of(), wrong.problems(), null);
            case Eligibility.RulesNotLoaded missing -> new Supposed(paper, before, now, Map.of(), List.of(missing), null);
        };
    }

    /** By the rules of the signed version where they are still kept, so that nothing differs but what was typed. */
    private Eligibility.Outcome determined(Determination before, Household facts, boolean signed) {
        if (signed && facts.planYear() == before.facts().planYear()) {
            Eligibility.Outcome same = eligibility.again(facts, before.rules());
            return same instanceof Eligibility.RulesNotLoaded ? eligibility.determine(facts) : same;
        }
        return eligibility.determine(facts);
    }
}

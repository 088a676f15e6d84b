package org.assisterportal.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.assisterportal.acting.CoverageDoor;
import org.assisterportal.acting.Workspace;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.OtherYears;
import org.assisterportal.application.WhatIf;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.pages.ComparedWords;
import org.assisterportal.pages.ResultWords;
import org.assisterportal.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "What if": tries other income, another year, somebody more or less, and reports nothing. */
@Controller
@RequestMapping("/coverage/{application}/what-if")
class WhatIfController {
    private final CoverageDoor door;
    private final WhatIf whatIf;
    private final OtherYears years;
    private final Changes changes;
    private final ResultWords results;
    private final ComparedWords compared;

    WhatIfController(CoverageDoor door, WhatIf whatIf, OtherYears years, Changes changes, ResultWords results, ComparedWords compared) {
        this.door = door;
        this.whatIf = whatIf;
        this.years = years;
        this.changes = changes;
        this.results = results;
        this.compared = compared;
    }

    @GetMapping
    String show(
            @PathVariable String application, @AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        return page(ApplicationId.parse(application), Map.of(), actor, request, model);
    }

    @PostMapping
    String suppose(
            @PathVariable String application,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model) {
        return page(ApplicationId.parse(application), typed, actor, request, model);
    }

    private String page(
            ApplicationId id, Map<String, String> typed, Actor actor, HttpServletRequest request, Model model) {
        return door.look(actor, id, typed, request, model).page(hand -> {
            // A form that comes from the page that asked is shown to be checked first.
            Map<String, String> supposed = typed.containsKey(Workspace.CHECK) ? Map.of() : typed;
            WhatIf.Supposed outcome = whatIf.suppose(hand, id, supposed);
            Determination before = outcome.before();
            Determination after = outcome.after();
            model.addAttribute("typing", before == null ? null : true);
            model.addAttribute("paper", outcome.paper());
            model.addAttribute("fills", CoverageDoor.fills(hand));
            model.addAttribute("typed", typed);
            model.addAttribute("problemOf", outcome.problems());
            model.addAttribute("wrong", FieldOrder.supposed(outcome.paper(), outcome.problems()));
            model.addAttribute("cannot", outcome.why().stream().map(one -> results.said(outcome.paper(), one)).toList());
            model.addAttribute("ready", before != null);
            model.addAttribute("comers", WhatIf.Newcomer.values());
            model.addAttribute("now", outcome.now());
            if (before != null) {
                model.addAttribute("planYear", before.facts().planYear());
                model.addAttribute("day", before.facts().day());
            }
            if (before != null && after != null) {
                model.addAttribute("effects", compared.compared(outcome.paper(), before, after));
                model.addAttribute("kind", kind(typed));
                otherYear(hand, before.facts().planYear(), after.facts().planYear(), model);
            }
            return "coverage/what-if";
        });
    }

    /** What was tried out for another year is applied for, or reported to what counts there; nothing of it where neither is open yet. */
    private void otherYear(Hand by, int signed, int supposed, Model model) {
        if (signed != supposed) {
            model.addAttribute("otherYear", String.valueOf(supposed));
            model.addAttribute("open", years.left(by).contains(supposed));
            model.addAttribute("counts", changes.inForce(by, supposed).map(Applications.Standing::id).orElse(null));
        }
    }

    /** Where reporting it begins: at the incomes where nothing else was typed. */
    private static String kind(Map<String, String> typed) {
        boolean others =
                typed.keySet().stream().anyMatch(field -> field.startsWith(WhatIf.WITHOUT))
                        || !typed.getOrDefault(WhatIf.COMES, "").isEmpty();
        return (others ? ChangeController.Kind.HOUSEHOLD : ChangeController.Kind.INCOME).name();
    }
}

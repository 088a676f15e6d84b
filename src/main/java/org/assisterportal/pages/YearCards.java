package org.assisterportal.pages;

import java.util.List;
import java.util.Objects;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Changes;
import org.assisterportal.application.Hand;
import org.assisterportal.application.OtherYears;
import org.assisterportal.application.Paper;
import org.assisterportal.enrollment.Enrolled;
import org.assisterportal.enrollment.PlanSteps;
import org.assisterportal.enrollment.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** How it stands with a consumer's coverage, by plan year, for the consumer's first page and the assister's workspace. */
@Component
public class YearCards {
    private final Applications applications;
    private final Changes changes;
    private final OtherYears others;
    private final Policies policies;
    private final PlanSteps steps;
    private final EnrolledWords enrolled;
    private final AnswerWords answers;

    YearCards(
            Applications applications, Changes changes, OtherYears others, Policies policies, PlanSteps steps, EnrolledWords enrolled,
            AnswerWords answers) {
        this.applications = applications;
        this.changes = changes;
        this.others = others;
        this.policies = policies;
        this.steps = steps;
        this.enrolled = enrolled;
        this.answers = answers;
    }

    /**
     * A plan year.
     *
     * @param behind null where its answers say the same as the newest
     */
    public record Card(Applications.Standing version, List<Plan> plans, @Nullable Behind behind) {}

    /** A policy that isn't over. */
    public record Plan(String name, String people, String state) {}

    /**
     * A plan year whose answers are older than those that were signed last, and say something else.
     *
     * @param newest that was signed last
     * @param newestYear the plan year of that
     * @param differing what was answered otherwise, and about whom
     * @param left who was in it and isn't in the newest
     */
    public record Behind(int planYear, ApplicationId newest, int newestYear, List<String> differing, List<String> left) {}

    /** Puts the years, their plans and what comes next into the page; of plans, what is open and no look at one. */
    public void show(Hand by, Model model) {
        List<Applications.Standing> counted = changes.inForce(by);
        List<Enrolled> open = counted.isEmpty() ? List.of() : policies.open(by.consumer());
        List<Behind> behind = behind(by, counted);
        model.addAttribute("applied", applications.newest(by).orElse(null));
        model.addAttribute("cards", counted.stream().map(one -> card(one, open, behind)).toList());
        model.addAttribute("yearsLeft", others.left(by));
        model.addAttribute("plans", counted.isEmpty() ? null : steps.of(by.consumer()));
    }

    private Card card(Applications.Standing one, List<Enrolled> open, List<Behind> behind) {
        int year = Objects.requireNonNull(one.planYear());
        return new Card(
                one,
                open.stream().filter(policy -> policy.planYear() == year).map(this::plan).toList(),
                behind.stream().filter(older -> older.planYear() == year).findFirst().orElse(null));
    }

    private Plan plan(Enrolled policy) {
        return new Plan(policy.planName(), enrolled.people(policy), enrolled.state(policy));
    }

    /** Whether each of these people has a health plan of the year that isn't over, or one that waits for a proof. */
    public boolean have(Hand by, int planYear, List<String> people) {
        List<Enrolled> open = policies.open(by.consumer()).stream().filter(one -> one.planYear() == planYear && !one.dental()).toList();
        return people.stream().allMatch(key -> open.stream().anyMatch(one -> one.covers(key)));
    }

    /** The years that are behind what was signed last; not looked for where only one counts. */
    public List<Behind> behind(Hand by, List<Applications.Standing> counted) {
        return counted.size() < 2 ? List.of() : behind(by);
    }

    private List<Behind> behind(Hand by) {
        return others.behind(by)
                .map(found -> found.years().stream().map(older -> behind(found.newest(), older)).toList())
                .orElse(List.of());
    }

    private Behind behind(Paper newest, OtherYears.Older older) {
        return new Behind(
                Objects.requireNonNull(older.version().planYear()), newest.id(), Objects.requireNonNull(newest.planYear()),
                older.differing().stream().map(step -> answers.title(newest, step)).toList(), older.left());
    }
}

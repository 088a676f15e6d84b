package org.assisterportal.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assisterportal.agency.Rosters;
import org.assisterportal.agency.States;
import org.assisterportal.application.Answered;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Conversations;
import org.assisterportal.application.Faults;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Kin;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.LeftBehind;
import org.assisterportal.eligibility.Answer;
import org.assisterportal.eligibility.Coverage;
import org.assisterportal.eligibility.Custody;
import org.assisterportal.eligibility.Deduction;
import org.assisterportal.eligibility.Frequency;
import org.assisterportal.eligibility.ImmigrationStatus;
import org.assisterportal.eligibility.IncomeKind;
import org.assisterportal.eligibility.Taxes;
import org.assisterportal.pages.AnswerWords;
import org.assisterportal.pages.Languages;
import org.assisterportal.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a question's page shows: what was typed, what is wrong with it, whom it asks about and what one may choose. */
@Component
class QuestionPages {
    private static final String OTHER_COUNTY = "apply.problem.county-of-zip";

    private static final Set<Question> ASKS_FOR_A_YEAR = Set.of(Question.TAXES, Question.EXPECTED);
    private static final String SAME = "same";

    private static final Pattern ROW = Pattern.compile("(kind|amount|frequency)-(\\d{1,2})");

    private final Applications applications;
    private final Conversations conversations;
    private final Rosters rosters;
    private final YearChoices years;
    private final AnswerWords answers;
    private final Words words;

    QuestionPages(Applications applications, Conversations conversations, Rosters rosters, YearChoices years, AnswerWords answers, Words words) {
        this.applications = applications;
        this.conversations = conversations;
        this.rosters = rosters;
        this.years = years;
        this.answers = answers;
        this.words = words;
    }

    /** A line of the summary of what is wrong. */
    record Wrong(String field, String said) {}

    /** What a page's form begins with. */
    Map<String, String> saved(Paper paper, Spot spot) {
        Map<String, String> content = paper.step(spot).map(Paper.Step::answer).map(Answered::content).orElse(Map.of());
        if (paper.step(spot).map(Paper.Step::again).isEmpty()) {
            return content;
        }
        // Nobody is to confirm with one press what was said of another income.
        Map<String, String> open = new TreeMap<>(content);
        open.remove(SAME);
        return open;
    }

    /** What an assister had typed here, by the id of what was left behind; empty where it was saved or thrown away meanwhile. */
    Optional<LeftBehind.Left> leftBehind(Hand by, ApplicationId id, @Nullable String from) {
        return from == null || from.isEmpty()
                ? Optional.empty()
                : applications.leftBehind(by, id).stream().filter(left -> left.id().toString().equals(from)).findFirst();
    }

    String form(
            Hand by, Paper paper, Spot spot, Map<String, String> typed, Faults faults, int moreRows, Model model) {
        Map<String, String> problems = faults.problems();
        Paper.Step step = paper.step(spot).orElse(null);
        Answered answer = step == null ? null : step.answer();
        Member person = paper.person(spot.subject()).orElse(null);
        List<Member> whom = step == null ? List.of() : step.whom();
        model.addAttribute("typing", true);
        model.addAttribute("paper", paper);
        model.addAttribute("spot", spot);
        model.addAttribute("slug", spot.question().slug());
        model.addAttribute("person", person);
        model.addAttribute("whom", whom);
        model.addAttribute("typed", typed);
        model.addAttribute("answer", answer);
        model.addAttribute("again", step == null || step.again() == null ? null : again(step, paper));
        model.addAttribute("version", answer == null ? 0 : answer.version());
        model.addAttribute("problemOf", problems);
        model.addAttribute("otherOf", others(faults, paper));
        model.addAttribute("elsewhere", elsewhere(faults).flatMap(paper::step).map(other -> answers.title(paper, other)).orElse(null));
        model.addAttribute("leftOut", step == null ? Set.of() : step.leftOut());
        String counties = counties(by, paper, typed, problems);
        model.addAttribute("ofZip", counties);
        model.addAttribute("wrong", wrong(FieldOrder.of(spot.question(), paper, problems), paper, spot, others(faults, paper), counties));
        Object about = spot.question() == Question.YEAR || paper.planYear() == null ? "" : paper.planYear().toString();
        model.addAttribute("heading", words.say("apply." + spot.question().slug() + ".title" + ofTheYear(paper, spot), List.of(name(person), about.toString())));
        model.addAttribute("year", about);
        model.addAttribute("aloud", aloud(by, paper, spot, name(person), about.toString()));
        choices(by, paper, spot, model);
        model.addAttribute("rows", Rows.shown(typed, moreRows));
        return "coverage/" + template(spot.question());
    }

    /** Why a year's income is asked again, with what the answer before came to and what the same one would come to now. */
    private String again(Paper.Step step, Paper paper) {
        Paper.Again again = Objects.requireNonNull(step.again());
        boolean yes = step.answer() != null && Answer.YES.name().equals(step.answer().content().get(SAME));
        String year = paper.planYear() == null ? "" : paper.planYear().toString();
        return words.say("apply.expected.again." + (yes ? "YES" : "NO"), List.of(worked(again.then()), worked(again.now()), year));
    }

    private String worked(Paper.@Nullable Worked worked) {
        if (worked == null) {
            return words.key("whatif.not-known");
        }
        return worked.month() == null ? worked.year().words() : "12 × " + worked.month().words() + " = " + worked.year().words();
    }

    /** What an assister reads to the consumer on this page, in the language of their conversation. */
    record Aloud(String language, String said) {}

    private @Nullable Aloud aloud(Hand by, Paper paper, Spot spot, String whom, String year) {
        if (!(by instanceof Hand.OnBehalf on)) {
            return null;
        }
        String language = conversations.newest(on, paper.id()).map(Conversations.Conversation::aloud).orElse(null);
        boolean child = paper.step(spot).filter(step -> step.leftOut().contains("filing")).isPresent();
        String key = "apply." + spot.question().slug() + ".aloud" + (child ? ".child" : ofTheYear(paper, spot));
        return language == null ? null : new Aloud(language, words.in(Languages.locale(language), key, List.of(whom, year)));
    }

    /** The end of a key where a page asks about the year and none is chosen yet. */
    private static String ofTheYear(Paper paper, Spot spot) {
        return ASKS_FOR_A_YEAR.contains(spot.question()) && paper.planYear() == null ? ".no-year" : "";
    }

    /** By field the name of whose page says otherwise. */
    private static Map<String, String> others(Faults faults, Paper paper) {
        return faults.elsewhere().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> paper.person(one.getValue().subject()).map(paper::called).orElse("")));
    }

    /** The page to change where this one is right. */
    Optional<Spot> elsewhere(Paper.Step step) {
        return elsewhere(step.faults());
    }

    private static Optional<Spot> elsewhere(Faults faults) {
        return faults.elsewhere().values().stream().findFirst();
    }

    private String name(@Nullable Member person) {
        return person == null || person.name().isEmpty() ? words.key("apply.person.new") : person.name();
    }

    /** Those of the ZIP, where another was chosen. */
    private String counties(Hand by, Paper paper, Map<String, String> typed, Map<String, String> problems) {
        return problems.containsValue(OTHER_COUNTY) ? String.join(", ", applications.counties(by, paper.id(), typed)) : "";
    }

    /** Each with the name of whom, or of what it is wrong about: a summary is read apart from its fields. */
    private List<Wrong> wrong(Map<String, String> problems, Paper paper, Spot spot, Map<String, String> others, String counties) {
        String labels = "apply." + spot.question().slug() + ".";
        List<Wrong> wrong = new ArrayList<>();
        problems.forEach(
                (field, problem) -> {
                    Optional<Member> of = paper.people().stream().filter(one -> field.endsWith(one.key())).findFirst();
                    String said = words.say(problem, List.of(problem.equals(OTHER_COUNTY) ? counties : others.getOrDefault(field, "")));
                    String about = of.map(Member::name).or(() -> row(field, labels)).orElseGet(() -> words.either(labels + field + ".short", words.either(labels + field, "")));
                    wrong.add(new Wrong(field, about.isEmpty() ? said : about + ": " + said));
                });
        return wrong;
    }

    /** A field of one of several rows, by the row's number and the field's own name. */
    private Optional<String> row(String field, String labels) {
        Matcher row = ROW.matcher(field);
        if (!row.matches()) {
            return Optional.empty();
        }
        String cells = labels.equals("apply.deductions.") ? "apply.deduction." : labels;
        String cell = row.group(1).equals("frequency") ? words.key("apply.frequency.short") : words.key(cells + row.group(1));
        return Optional.of(words.say("apply.row", List.of(row.group(2))) + ", " + cell);
    }

    private static String template(Question question) {
        return switch (question) {
            case CITIZENS, RESIDENCE, FOSTER_CARE, DISABILITY, MEDICARE, CUSTODY, TRIBES, COVERED, EARNERS -> "each";
            default -> question.slug();
        };
    }

    private void choices(Hand by, Paper paper, Spot spot, Model model) {
        switch (spot.question()) {
            case YEAR -> model.addAttribute("years", years.of(applications.years()));
            case HOME -> {
                model.addAttribute("counties", rosters.counties());
                model.addAttribute("states", States.names());
            }
            case RELATION -> model.addAttribute("kinds", Kin.values());
            case TAXES -> {
                model.addAttribute("filings", Taxes.Filing.values());
                model.addAttribute("outside", Taxes.Outside.values());
            }
            case IMMIGRATION ->
                    model.addAttribute(
                            "statuses", Arrays.stream(ImmigrationStatus.values()).filter(one -> one != ImmigrationStatus.CITIZEN).toList());
            case CUSTODY -> model.addAttribute("kinds", Custody.values());
            case EARNERS -> model.addAttribute("kinds", List.of(Answer.YES, Answer.NO));
            case CITIZENS, RESIDENCE, FOSTER_CARE, DISABILITY, MEDICARE, TRIBES, COVERED ->
                    model.addAttribute("kinds", Answer.values());
            case COVERAGE -> model.addAttribute("kinds", Coverage.values());
            case INCOME -> {
                model.addAttribute("kinds", IncomeKind.values());
                model.addAttribute("frequencies", Frequency.values());
            }
            case DEDUCTIONS -> {
                model.addAttribute("kinds", Deduction.Kind.values());
                model.addAttribute("frequencies", Frequency.values());
            }
            case SSN -> model.addAttribute("lastFour", applications.lastFour(by, paper.id(), spot.subject()).orElse(null));
            default -> {
                // The page has all that it shows.
            }
        }
    }
}

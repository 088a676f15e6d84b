package org.assisterportal.coverage;

import java.util.Optional;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Member;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.LeftBehind;
import org.assisterportal.pages.Words;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.UuidText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where an application's pages are. */
@Component("coverageAt")
class Addresses {
    static final String ROOT = "/coverage/";

    private final Words words;

    Addresses(Words words) {
        this.words = words;
    }

    static String tasks(ApplicationId id) {
        return ROOT + id;
    }

    static String household(ApplicationId id) {
        return tasks(id) + "/household";
    }

    /** The page's address. */
    public String of(ApplicationId id, Spot spot) {
        String person = spot.subject().isEmpty() ? "" : "people/" + spot.subject() + "/";
        return ROOT + id + "/" + person + spot.question().slug();
    }

    /** A page on which a new person is named. */
    public String another(ApplicationId id) {
        return of(id, new Spot(Question.PERSON, UUID.randomUUID().toString()));
    }

    /** Somebody's name who was chosen by key, else the words of the choice. */
    public @Nullable String chosen(Paper paper, @Nullable String value, String otherwise) {
        return value == null ? null : paper.person(value).map(Member::name).orElseGet(() -> words.either(otherwise, value));
    }

    /** The page on which an assister had typed what is left. */
    public String left(LeftBehind.Left left) {
        String[] parts = left.form().split("/", -1);
        return of(ApplicationId.parse(parts[1]), spot(parts[3], parts[2])) + "?from=" + left.id();
    }

    /**
     * The next open page of this part, else the task list. Who reports a change goes through the pages of what changed, and
     * then reads all of it over.
     */
    String after(Paper paper, Spot spot) {
        Optional<Spot> open = paper.next(spot);
        boolean changes = paper.number() > 1 && paper.isComplete();
        Question.Matter matter = spot.question().matter();
        Optional<Spot> next = changes && matter != Question.Matter.OTHER ? paper.nextOf(matter, spot) : open;
        return next.map(one -> of(paper.id(), one)).orElse(tasks(paper.id()) + (changes ? "/review" : ""));
    }

    /**
     * The page of an address.
     *
     * @throws NotFound when there is none
     */
    static Spot spot(String slug, String person) {
        Question question = Question.of(slug).orElseThrow(NotFound::new);
        if (question.ofOnePerson() == person.isEmpty()) {
            throw new NotFound();
        }
        if (!person.isEmpty() && !person.equals(Member.SELF)) {
            UuidText.parse(person);
        }
        return new Spot(question, person);
    }
}

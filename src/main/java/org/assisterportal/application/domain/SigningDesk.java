package org.assisterportal.application.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Paper;
import org.assisterportal.application.SignatureFollower;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.application.Signings;
import org.assisterportal.application.TypedSignature;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.eligibility.Eligibility;
import org.assisterportal.policy.PolicyText;
import org.assisterportal.policy.PolicyTexts;
import org.assisterportal.shared.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signatures, each with its determination in the same transaction. */
@Component
class SigningDesk implements Signings {
    // English is also what nobody chose: then the profile says it.
    private static final Set<String> CHOSEN = Set.of("es");

    private static final String TEXT = "text.application-rights";

    private final SignatureTable table;
    private final NoticeTable notices;
    private final Papers papers;
    private final Hands hands;
    private final Eligibility eligibility;
    private final PolicyTexts texts;
    private final List<SignatureFollower> followers;
    private final Clock clock;

    SigningDesk(
            SignatureTable table, NoticeTable notices, Papers papers, Hands hands, Eligibility eligibility, PolicyTexts texts,
            List<SignatureFollower> followers, Clock clock) {
        this.table = table;
        this.notices = notices;
        this.papers = papers;
        this.hands = hands;
        this.eligibility = eligibility;
        this.texts = texts;
        this.followers = followers;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public PolicyText words(Locale reader) {
        return texts.inForce(TEXT, reader);
    }

    @Override
    @Transactional
    public Signed sign(Hand by, ApplicationId id, Map<String, String> form, Locale reader) {
        return hands.held(by, hand -> signNow(hand, id, form, reader), Signed.Stopped::new);
    }

    private Signed signNow(Hand by, ApplicationId id, Map<String, String> form, Locale reader) {
        ApplicationTable.Row row = papers.find(by, id);
        if (row.status() != Paper.Status.DRAFT) {
            return new Signed.Closed();
        }
        Sheet sheet = papers.whole(row);
        Paper paper = Papers.paper(row, sheet);
        if (!paper.isComplete()) {
            return new Signed.Incomplete();
        }
        if (!form.getOrDefault(READ, "").equals(String.valueOf(paper.revision()))) {
            return new Signed.Changed();
        }
        PolicyText words = words(reader);
        Map<String, String> problems = new TypedSignature(by, paper.people().getFirst().name()).problems(form, words);
        if (!problems.isEmpty()) {
            return new Signed.Invalid(problems);
        }
        return switch (eligibility.determine(HouseholdFacts.of(sheet))) {
            case Eligibility.RulesNotLoaded missing -> new Signed.NoRules(missing);
            case Eligibility.Inconsistent inconsistent -> new Signed.Inconsistent(inconsistent.problems());
            case Eligibility.Determined determined -> {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                keep(by, paper, TypedSignature.name(form), words, determined.determination(), reader, now);
                SignedVersions.Version version = SignedReading.version(row, sheet, now, determined.determination());
                followers.forEach(one -> one.signed(version));
                yield new Signed.Done();
            }
        };
    }

    private void keep(Hand by, Paper paper, String name, PolicyText words, Determination determination, Locale reader, Instant now) {
        String content = Canonical.text(paper.id(), paper);
        table.sign(paper.id(), determination.facts().planYear(), by, name, content, Sha256.hex(content), words, now);
        table.determined(paper.id(), determination, now);
        notices.due(paper.id(), paper.consumer(), by instanceof Hand.Own && CHOSEN.contains(reader.getLanguage()) ? reader : null, now);
        hands.signed(by, paper.number());
    }

    @Override
    @Transactional
    public Optional<Result> result(Hand by, ApplicationId id) {
        Paper paper = papers.read(by, id);
        Optional<SignatureTable.Row> found = table.find(id);
        if (found.isPresent()) {
            hands.look(by, "application.result-shown");
        }
        return found.map(row -> new Result(paper, row.signature(), row.determination(), table.former(id).orElse(null)));
    }
}

package org.assisterportal.application.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assisterportal.application.AskedProofs;
import org.assisterportal.application.Notice.Block;
import org.assisterportal.application.Notice.Kind;
import org.assisterportal.application.Notice.Row;
import org.assisterportal.application.Paper;
import org.assisterportal.application.Signings.Signature;
import org.assisterportal.eligibility.Determination;
import org.assisterportal.policy.PolicyValues;
import org.assisterportal.shared.Minnesota;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a notice from a determination: it says its sentences, and knows no rule of its own. */
@Component
class NoticeWriter {
    private final MessageSource messages;
    private final PolicyValues policy;
    private final NoticePerson people;
    private final String marketplace;
    private final String phone;
    private final List<Locale> offered;

    NoticeWriter(
            MessageSource messages,
            PolicyValues policy,
            NoticePerson people,
            @Value("${assisterportal.marketplace}") String marketplace,
            @Value("${assisterportal.arc.phone}") String phone,
            @Value("${assisterportal.languages}") List<String> languages) {
        this.messages = messages;
        this.policy = policy;
        this.people = people;
        this.marketplace = marketplace;
        this.phone = phone;
        // Languages made up for tests are none to be helped in.
        this.offered = languages.stream().map(tag -> Locale.forLanguageTag(tag.strip())).filter(one -> !one.getCountry().equals("XB")).toList();
    }

    /**
     * What a notice is about.
     *
     * @param former what counted for the plan year before; null for the year's first version
     */
    record Subject(
            ApplicationTable.Row row, Paper paper, Signature signature, Determination determination, @Nullable Determination former,
            List<AskedProofs.Asked> proofs) {}

    List<Block> write(Subject subject, Instant now, Locale language) {
        Spoken spoken = new Spoken(messages, language, subject.paper());
        LocalDate today = LocalDate.ofInstant(now, Minnesota.ZONE);
        Text text = new Text(spoken);
        text.add(Kind.TITLE, spoken.text("notice.title"));
        text.add(Kind.TEXT, spoken.text("notice.from", marketplace, spoken.text("layout.product")));
        text.facts(head(subject, spoken, today));
        Determination determination = subject.determination();
        if (determination.people().isEmpty()) {
            text.add(Kind.TEXT, spoken.text("apply.result.nobody"));
        } else {
            text.add(Kind.TEXT, spoken.text("notice.lead"));
            determination.people().forEach(one -> people.write(text, determination, subject.former(), one, today));
        }
        proofs(text, spoken, subject.proofs());
        changes(text, spoken, today);
        appeal(text, spoken, today);
        help(text, spoken);
        record(text, spoken, subject);
        return text.blocks;
    }

    private static List<Row> head(Subject subject, Spoken spoken, LocalDate today) {
        Signature signature = subject.signature();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(spoken.text("notice.date"), spoken.day(today)));
        rows.add(new Row(spoken.text("notice.reference"), grouped(subject.row().reference())));
        rows.add(new Row(spoken.text("notice.version"), String.valueOf(subject.row().number())));
        rows.add(new Row(spoken.text("notice.year"), String.valueOf(subject.determination().facts().planYear())));
        String day = spoken.day(signature.at());
        String consumer = subject.paper().people().getFirst().name();
        Long onBehalf = signature.onBehalf();
        rows.add(
                new Row(
                        spoken.text("notice.signed"),
                        onBehalf == null
                                ? spoken.text("notice.signed.own", signature.signer(), day)
                                : spoken.text("notice.signed.behalf", signature.signer(), day, consumer, onBehalf)));
        return rows;
    }

    /** An application's number as people say it, {@code 5000 0017}. */
    static String grouped(long reference) {
        return String.valueOf(reference).replaceAll("(.{4})(?=.)", "$1 ");
    }

    private void proofs(Text text, Spoken spoken, List<AskedProofs.Asked> proofs) {
        if (proofs.isEmpty()) {
            return;
        }
        text.add(Kind.HEADING, spoken.text("notice.proofs"));
        text.add(Kind.TEXT, spoken.text("notice.proofs.what"));
        text.items(
                proofs.stream()
                        .map(
                                one ->
                                        spoken.text(
                                                "notice.proofs.one", one.name(), spoken.text(one.message(), String.valueOf(one.planYear())),
                                                spoken.day(one.due())))
                        .toList());
        text.add(Kind.TEXT, spoken.text("notice.proofs.how", phone));
    }

    private void changes(Text text, Spoken spoken, LocalDate today) {
        int days = policy.inForce("notice.change-days").number();
        text.add(Kind.HEADING, spoken.text("notice.changes"));
        text.add(Kind.TEXT, spoken.text("notice.changes.what", days));
        text.add(Kind.TEXT, spoken.text("notice.changes.how", phone));
        text.add(Kind.TEXT, spoken.text("notice.changes.until", spoken.day(today), spoken.day(today.plusDays(days))));
    }

    private void appeal(Text text, Spoken spoken, LocalDate today) {
        int days = policy.inForce("notice.appeal-days").number();
        int soon = policy.inForce("notice.appeal-days-without-reason").number();
        String form = policy.inForce("notice.appeal-form").value();
        text.add(Kind.HEADING, spoken.text("notice.appeal"));
        text.add(Kind.TEXT, spoken.text("notice.appeal.right", days, spoken.day(today.plusDays(days))));
        text.add(Kind.TEXT, spoken.text("notice.appeal.soon", soon, spoken.day(today.plusDays(soon))));
        text.add(Kind.TEXT, spoken.text("notice.appeal.how"));
        text.items(
                List.of(
                        spoken.text("notice.appeal.form", form),
                        spoken.text("notice.appeal.letter"),
                        spoken.text("notice.appeal.send", String.join(", ", policy.inForce("notice.appeals-office").items())),
                        spoken.text("notice.appeal.ask", phone)));
        text.add(Kind.TEXT, spoken.text("notice.appeal.helped"));
        text.add(Kind.TEXT, spoken.text("notice.appeal.fast"));
    }

    /** In the notice's language first, then in each other one. */
    private void help(Text text, Spoken spoken) {
        text.add(Kind.HEADING, spoken.text("notice.help"));
        text.add(Kind.TEXT, spoken.text("notice.help.free", phone));
        for (Locale other : offered) {
            if (!other.getLanguage().equals(spoken.language().getLanguage())) {
                text.blocks.add(
                        new Block(Kind.TEXT, spoken.in(other).text("notice.help.free", phone), List.of(), other.getLanguage()));
            }
        }
        text.add(Kind.TEXT, spoken.text("notice.help.equal"));
    }

    private static void record(Text text, Spoken spoken, Subject subject) {
        text.add(Kind.HEADING, spoken.text("notice.record"));
        text.add(Kind.TEXT, spoken.text("notice.record.what"));
        text.facts(
                List.of(
                        new Row(spoken.text("notice.record.rules"), subject.determination().rules()),
                        new Row(spoken.text("notice.record.hash"), subject.signature().sha256())));
    }

    /** Blocks as they come together. */
    static final class Text {
        private final List<Block> blocks = new ArrayList<>();
        private final Spoken spoken;

        Text(Spoken spoken) {
            this.spoken = spoken;
        }

        Spoken spoken() {
            return spoken;
        }

        void add(Kind kind, String words) {
            blocks.add(new Block(kind, words, List.of(), spoken.language().getLanguage()));
        }

        void items(List<String> items) {
            rows(Kind.ITEMS, items.stream().map(one -> new Row("", one)).toList());
        }

        void facts(List<Row> rows) {
            rows(Kind.FACTS, rows);
        }

        private void rows(Kind kind, List<Row> rows) {
            blocks.add(new Block(kind, "", rows, spoken.language().getLanguage()));
        }
    }
}

package org.assisterportal.application.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Question;
import org.assisterportal.application.SignedVersions;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.eligibility.Determination;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signed versions, read for other modules. */
@Component
class SignedReading implements SignedVersions {
    private final ApplicationTable applications;
    private final SignatureTable signatures;
    private final Papers papers;

    SignedReading(ApplicationTable applications, SignatureTable signatures, Papers papers) {
        this.applications = applications;
        this.signatures = signatures;
        this.papers = papers;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Version> find(ApplicationId id) {
        return applications.find(id)
                .flatMap(
                        row -> signatures.find(id)
                                .map(signed -> version(row, papers.whole(row), Objects.requireNonNull(row.signedAt()), signed.determination())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ApplicationId> inForce(ConsumerId consumer) {
        return applications.inForce(consumer, ChangeDesk.MOST_YEARS).stream().map(ApplicationTable.Row::id).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Determination> determination(ApplicationId id) {
        return signatures.find(id).map(SignatureTable.Row::determination);
    }

    static Version version(ApplicationTable.Row row, Sheet sheet, Instant signedAt, Determination determination) {
        return new Version(
                row.id(), row.consumer(), row.number(), signedAt, sheet.members(), home(sheet),
                sheet.bonds().stream().map(bond -> new Tie(bond.one().key(), bond.kin(), bond.other().key())).toList(),
                determination);
    }

    private static Home home(Sheet sheet) {
        HomeForm form = HomeForm.of(sheet.fields(Question.HOME));
        return new Home(form.kept(), form.street(), form.city(), form.zip(), form.county(), form.mailing());
    }
}

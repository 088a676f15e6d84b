package org.assisterportal.application.domain;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Member;
import org.assisterportal.application.SignedVersions;
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
        return applications.find(id).flatMap(row -> signatures.find(id).map(signed -> version(row, signed)));
    }

    private Version version(ApplicationTable.Row row, SignatureTable.Row signed) {
        return new Version(
                row.id(), row.consumer(), row.number(), Objects.requireNonNull(row.signedAt()),
                papers.whole(row).members().stream().collect(Collectors.toMap(Member::key, Member::name)),
                signed.determination());
    }
}

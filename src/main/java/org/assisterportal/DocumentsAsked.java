package org.assisterportal;

import java.util.List;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.AskedProofs;
import org.assisterportal.document.Documents;
import org.assisterportal.document.ProofRequest;
import org.springframework.stereotype.Component;

/** What a signed version's people are asked to prove, as the requests have it. */
@Component
class DocumentsAsked implements AskedProofs {
    private final Documents documents;

    DocumentsAsked(Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<Asked> of(ApplicationId signed) {
        return documents.open(signed).stream().map(DocumentsAsked::asked).toList();
    }

    private static Asked asked(ProofRequest one) {
        String begin = one.planYear() == null ? "document.kind." : "document.kind-of-year.";
        return new Asked(one.name(), begin + one.kind(), one.planYear(), one.due());
    }
}

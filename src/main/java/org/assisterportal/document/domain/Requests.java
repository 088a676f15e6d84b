package org.assisterportal.document.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.document.ProofId;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.document.StoredFile;
import org.springframework.stereotype.Component;

/** Requests with the files that the present hat may know of. */
@Component
class Requests {
    private final ProofTable table;
    private final FileTable files;

    Requests(ProofTable table, FileTable files) {
        this.table = table;
        this.files = files;
    }

    List<ProofRequest> of(ConsumerId consumer) {
        return with(table.of(consumer));
    }

    Optional<ProofRequest> find(ProofId id) {
        return with(table.find(id).stream().toList()).stream().findFirst();
    }

    private List<ProofRequest> with(List<ProofRequest> found) {
        Map<ProofId, List<StoredFile>> sent = files.of(found.stream().map(ProofRequest::id).toList());
        return found.stream()
                .map(
                        one ->
                                new ProofRequest(
                                        one.id(), one.consumer(), one.application(), one.person(), one.name(), one.kind(), one.planYear(), one.happened(), one.state(),
                                        one.version(), one.askedAt(), one.due(), one.overdue(), one.extended(), one.decision(),
                                        sent.getOrDefault(one.id(), List.of())))
                .toList();
    }
}

package org.assisterportal.learning.domain;

import java.util.Collection;
import java.util.Map;
import org.assisterportal.learning.Transcript;
import org.assisterportal.learning.Transcripts;
import org.assisterportal.shared.Facts;
import org.assisterportal.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's transcripts by one statement. */
@Component
class TranscriptTable implements Transcripts {
    private final JdbcClient jdbc;
    private final Catalog catalog;

    TranscriptTable(JdbcClient jdbc, Catalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, Transcript> of(Collection<PersonId> people) {
        return facts(people).of(people, jdbc);
    }

    @Override
    public Facts<Map<PersonId, Transcript>> facts(Collection<PersonId> people) {
        return new LearningFacts(catalog, people);
    }

    @Override
    public String title(String course) {
        return catalog.course(course).map(Course::title).orElse(course);
    }
}

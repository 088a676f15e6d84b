package org.assisterportal.arc;

import java.time.Clock;
import java.time.LocalDate;
import org.assisterportal.document.DocumentReviews;
import org.assisterportal.pages.Words;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.task.Tasks;
import org.springframework.stereotype.Component;

/** How much waits, as the bar of links on every page of the desk says it. */
@Component("openWork")
class OpenWork {
    private final Tasks tasks;
    private final DocumentReviews documents;
    private final Words words;
    private final Clock clock;

    OpenWork(Tasks tasks, DocumentReviews documents, Words words, Clock clock) {
        this.tasks = tasks;
        this.documents = documents;
        this.words = words;
        this.clock = clock;
    }

    public String tasks() {
        return words.counted(tasks.openOnes());
    }

    public String documents() {
        return words.counted(documents.waiting());
    }

    /** Whether the day on which it should have been done is over. */
    public boolean overdue(LocalDate due) {
        return due.isBefore(Minnesota.today(clock));
    }
}

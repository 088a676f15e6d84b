package org.assisterportal.arc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.assisterportal.document.DocumentReviews;
import org.assisterportal.pages.Words;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.Waiting;
import org.assisterportal.task.Tasks;
import org.springframework.stereotype.Component;

/** How much waits, as the bar of links on every page of the desk says it. */
@Component("openWork")
class OpenWork {
    private final Tasks tasks;
    private final DocumentReviews documents;
    private final Waiting waiting;
    private final Words words;
    private final Clock clock;

    OpenWork(Tasks tasks, DocumentReviews documents, Waiting waiting, Words words, Clock clock) {
        this.tasks = tasks;
        this.documents = documents;
        this.waiting = waiting;
        this.words = words;
        this.clock = clock;
    }

    /** Open tasks and documents that were sent, as numbers in words. */
    public record Numbers(String tasks, String documents) {}

    public Numbers numbers() {
        List<Long> counted = waiting.counted(List.of(tasks.openOnes(), documents.waiting()));
        return new Numbers(words.counted(counted.getFirst()), words.counted(counted.getLast()));
    }

    /** Whether the day on which it should have been done is over. */
    public boolean overdue(LocalDate due) {
        return due.isBefore(Minnesota.today(clock));
    }
}

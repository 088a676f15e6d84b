package org.assisterportal.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Work on many things that nobody waits for: each in a transaction of its own, and what fails with one stops none after it. */
@Component
public class OneByOne {
    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private final TransactionTemplate transaction;

    OneByOne(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * Does it, and answers those with which it failed; the next sweep may try them again.
     *
     * @param what is done, for the log
     */
    public <T> List<T> each(String what, Collection<T> all, Consumer<T> act) {
        List<T> failed = new ArrayList<>();
        for (T one : all) {
            try {
                transaction.executeWithoutResult(status -> act.accept(one));
            } catch (RuntimeException e) {
                LOG.error("{} failed: {}", what, Traces.told(e));
                failed.add(one);
            }
        }
        return failed;
    }
}

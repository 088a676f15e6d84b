package org.assisterportal.identity;

import java.time.Duration;

/** Tries counted in a window over all processes; a window that has run out starts anew, so nobody is locked out for good. */
public interface Tries {
    /** Counts a try before it is judged; how long to wait, zero when it may be judged. */
    Duration tryOnce(String what, String whose, int tries, Duration window);
}

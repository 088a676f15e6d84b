/** What an application asks, how answers are read and kept, and how they become facts. */
@NullMarked
package org.assisterportal.application.domain;

import org.jspecify.annotations.NullMarked;

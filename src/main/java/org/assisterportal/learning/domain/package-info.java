/** Courses, attempts and how they are graded. */
@NullMarked
package org.assisterportal.learning.domain;

import org.jspecify.annotations.NullMarked;

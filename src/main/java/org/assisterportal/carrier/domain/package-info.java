/** X12 files, how they are kept and delivered, and how answers are matched. */
@NullMarked
package org.assisterportal.carrier.domain;

import org.jspecify.annotations.NullMarked;

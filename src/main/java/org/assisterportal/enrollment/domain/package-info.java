/** The rules and tables of enrollment. */
@NullMarked
package org.assisterportal.enrollment.domain;

import org.jspecify.annotations.NullMarked;

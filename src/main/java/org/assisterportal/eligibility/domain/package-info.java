/** The rules of eligibility and the rule data behind them. */
@NullMarked
package org.assisterportal.eligibility.domain;

import org.jspecify.annotations.NullMarked;

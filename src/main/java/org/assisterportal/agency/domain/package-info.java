/** The rules of rosters and the tables behind them. */
@NullMarked
package org.assisterportal.agency.domain;

import org.jspecify.annotations.NullMarked;

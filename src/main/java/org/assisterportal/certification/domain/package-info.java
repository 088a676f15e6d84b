/** The rules of certification and the tables behind them. */
@NullMarked
package org.assisterportal.certification.domain;

import org.jspecify.annotations.NullMarked;

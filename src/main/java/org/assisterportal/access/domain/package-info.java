/** The rules of portal access and the tables behind them. */
@NullMarked
package org.assisterportal.access.domain;

import org.jspecify.annotations.NullMarked;

/** The rules of prices and the tables of the catalog. */
@NullMarked
package org.assisterportal.plan.domain;

import org.jspecify.annotations.NullMarked;

package org.assisterportal.enrollment;

import org.assisterportal.plan.Buyers;

/**
 * People of a household who buy together: of one tax household, or those of none.
 *
 * @param number the tax household's place in the determination; -1 for those who belong to none
 * @param buyers as if coverage began on the day on which it would
 * @param credit whether somebody has the tax credit
 * @param unknown whether nobody knows yet how much credit there is, because the year's figures aren't out
 */
public record Party(int number, Buyers buyers, boolean credit, boolean unknown) {}
